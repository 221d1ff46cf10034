import os

# One thread for each of the libraries below the models: articles are read side by side in worker
# processes, and threads that wait by spinning would take each other's cores. numpy and tokenizers
# look at these once, when they are imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
