import os
import subprocess
import sys


def test_reading_leaves_nothing_in_the_users_home(tmp_path):
    """onnxruntime would keep a device id there and queue events about its use."""
    script = "import briefing, time; briefing.read('“It rains,” Mira Talan said.'); time.sleep(2)"
    env = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    env.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", script], env=env, check=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
