"""What a photo of 24 megapixels costs from the upload to the last rendition, as ratios to decoding it once, and in seconds.

    ENV_FILE=/dev/null .venv/bin/python bench/photos.py

The upload goes through the story form of the admin; a database and a folder of its own are made and removed.
"""

import io
import os
import sys
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FOLDER = tempfile.TemporaryDirectory()
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "DATABASE_URL": f"sqlite:///{FOLDER.name}/bench.sqlite3",
    "STORAGE_URL": Path(FOLDER.name, "media").as_uri(),
    "DEBUG": "1",
    "ALLOWED_HOSTS": "testserver",
}

import django  # noqa: E402

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from PIL import Image  # noqa: E402

from articles.models import Photo  # noqa: E402
from newsroom.demo.drawings import DRAWINGS  # noqa: E402
from newsroom.models import User  # noqa: E402

RUNS = 3
WORKER = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def seconds(act):
    """The best of three, because the machine does other things too."""
    found = []
    for _run in range(RUNS):
        start = time.perf_counter()
        act()
        found.append(time.perf_counter() - start)
    return min(found)


def large_photo():
    """A drawing with the grain of a camera, 6,000 by 4,000 pixels."""
    drawing = next(iter(DRAWINGS.values()))().resize((6000, 4000)).convert("RGB")
    grain = Image.effect_noise((6000, 4000), 24).convert("RGB")
    buffer = io.BytesIO()
    Image.blend(drawing, grain, 0.12).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def upload(client, content):
    data = {
        "headline": "A story",
        "body": "<p>Text.</p>",
        "status": "draft",
        "language": "en",
        "kind": "news",
        "corrections-TOTAL_FORMS": "0",
        "corrections-INITIAL_FORMS": "0",
        "new_photo": SimpleUploadedFile("photo.jpg", content),
        "new_photo_alt": "Officers listen in a lecture hall",
    }
    answer = client.post("/admin/articles/article/add/", data)
    assert answer.status_code == 302, answer.content.decode()


def main():
    with redirect_stdout(io.StringIO()):
        call_command("set_up")
    client = Client()
    client.force_login(User.objects.create_superuser("bench"))
    content = large_photo()
    decoding = seconds(lambda: Image.open(io.BytesIO(content)).load())
    print(f"24 megapixels, {len(content) / 1e6:.1f} MB; decoding it once: 1.0 ({decoding:.2f} s)")
    with override_settings(TASKS=WORKER):
        queued = seconds(lambda: upload(client, content))
    assert Photo.objects.last().renditions == {}
    inline = seconds(lambda: upload(client, content))
    assert Photo.objects.first().renditions
    print(f"request with TASKS=worker: {queued / decoding:.1f} ({queued:.2f} s)")
    print(f"request with TASKS=inline, all renditions made: {inline / decoding:.1f} ({inline:.2f} s)")


if __name__ == "__main__":
    main()
