import os

# One thread for each of the libraries below the models: articles are read side by side in worker
# processes, and threads that wait by spinning would take each other's cores. numpy and tokenizers
# look at these once, when they are imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
# onnxruntime keeps a device id in the user's home and sends events about its use, unless it is told
# not to before it is imported. Nothing of a user's leaves the machine but to the user's sources.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
