from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from PIL import Image

from articles import photo_metadata, photos, publishing, renditions, tasks
from articles.models import Edition, Photo
from newsroom import settings as house
from tests.factories import image_bytes, make_photo, make_story, make_upload

pytestmark = pytest.mark.django_db


def made_photo(**fields):
    """A photo whose renditions are made, as it stands in the database."""
    photo = make_photo(**fields)
    tasks.make_renditions.func(photo.pk)
    return Photo.objects.get(pk=photo.pk)


def path_of(settings, url):
    return settings.MEDIA_ROOT / url.removeprefix("/media/")


def files_of(settings, photo):
    return {path.name: path for path in (settings.MEDIA_ROOT / photo.file.name).parent.iterdir()}


def size_of(path):
    with Image.open(path) as image:
        return image.size


def get(client, url):
    """The answer with what it holds as `body`; reading it to its end closes the file."""
    response = client.get(url)
    response.body = response.getvalue()
    return response


# --- Made once, from the original


def test_they_are_made_after_the_commit_and_pages_show_the_original_until_then(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        photo = make_photo()
    assert photo.wide == (photo.file.url, "", "", 1200, 800)
    before = Edition.objects.get(pk=1).number
    [callback] = callbacks
    callback()
    photo = Photo.objects.get()
    key = renditions.key(photo)
    assert photo.renditions == {"key": key, "bytes": photo.full_bytes, "full": [480, 960, 1200], "square": [320]}
    assert photo.full.webp.endswith(f"/full1200_{key}.webp 1200w")
    assert photo.square.src.endswith(f"/square320_{key}.jpg")
    assert Edition.objects.get(pk=1).number == before + 1


def test_they_are_real_files_of_their_size(settings):
    photo = made_photo(file=photos.from_image(Image.new("RGB", (2000, 1000))))
    key = renditions.key(photo)
    sizes = {name: size_of(path) for name, path in files_of(settings, photo).items()}
    expected = {"full480": (480, 240), "full960": (960, 480), "full1440": (1440, 720), "square320": (320, 320)}
    expected |= {"wide480": (480, 320), "wide960": (960, 640), "wide1440": (1440, 960)}
    both = {f"{name}_{key}.{ending}": size for name, size in expected.items() for ending in ("jpg", "webp")}
    assert sizes == both | {"original.jpg": (2000, 1000)}


def test_the_size_that_a_page_names_is_that_of_the_file(settings):
    photo = made_photo(file=photos.from_image(Image.new("RGB", (1999, 777))))
    for sources in (photo.full, photo.wide, photo.square):
        assert size_of(path_of(settings, sources.src)) == (sources.width, sources.height)


def test_the_length_that_a_feed_names_is_that_of_the_file(settings):
    photo = made_photo(file=photos.from_image(Image.new("RGB", (1999, 777))))
    assert photo.full_bytes == path_of(settings, photo.full.src).stat().st_size


def test_photos_whose_files_were_never_measured_are_made_again():
    photo = made_photo()
    del photo.renditions["bytes"]
    assert not renditions.are_current(photo)


def test_a_photo_that_has_the_shape_of_a_crop_already_is_not_made_twice():
    photo = made_photo()
    assert photo.wide == photo.full


def test_nothing_is_made_larger_than_the_photo(settings):
    photo = made_photo(file=photos.from_image(Image.new("RGB", (300, 200))))
    assert max(width for path in files_of(settings, photo).values() for width in size_of(path)) == 300


def test_a_very_narrow_picture_has_renditions_too():
    photo = made_photo(file=photos.from_image(Image.new("RGB", (3000, 2))))
    assert photo.renditions["full"] == [480, 960, 1440]


@pytest.mark.parametrize(
    ("focal_x", "shades"), [(0, (0, 0)), (100, (255, 255)), (50, (0, 255))], ids=["left", "right", "middle"]
)
def test_crops_keep_the_focal_point(settings, focal_x, shades):
    half_black_half_white = Image.new("RGB", (1600, 400), "white")
    half_black_half_white.paste("black", (0, 0, 800, 400))
    photo = made_photo(file=photos.from_image(half_black_half_white), focal_x=focal_x)
    for sources in (photo.square, photo.wide):
        with Image.open(path_of(settings, sources.src)) as crop:
            found = [crop.getpixel((x, crop.height // 2))[0] for x in (2, crop.width - 3)]
        # JPEG is not exact to the last shade.
        assert all(abs(is_there - wanted) < 4 for is_there, wanted in zip(found, shades, strict=True))


def test_another_focal_point_gives_other_addresses_and_the_old_files_go(settings):
    photo = made_photo()
    before = set(files_of(settings, photo))
    photo.focal_x = 10
    publishing.save_photo(photo)
    tasks.make_renditions.func(photo.pk)
    photo = Photo.objects.get()
    assert set(files_of(settings, photo)) & before == {"original.jpg"}
    assert renditions.names(photo) == {
        f"{photo.file.name.rpartition('/')[0]}/{name}" for name in set(files_of(settings, photo)) - {"original.jpg"}
    }


def test_a_task_that_was_overtaken_changes_nothing(monkeypatch):
    photo = make_photo()
    real = renditions.make

    def make_while_an_editor_saves(asked):
        made = real(asked)
        Photo.objects.filter(pk=asked.pk).update(credit="Somebody else")
        return made

    monkeypatch.setattr(renditions, "make", make_while_an_editor_saves)
    tasks.make_renditions.func(photo.pk)
    assert Photo.objects.get().renditions == {}


def test_a_task_leaves_no_file_of_a_photo_that_was_deleted_meanwhile(settings, monkeypatch):
    photo = make_photo()
    real = renditions.make

    def make_while_an_administrator_deletes(asked):
        Photo.objects.all().delete()
        return real(asked)

    monkeypatch.setattr(renditions, "make", make_while_an_administrator_deletes)
    tasks.make_renditions.func(photo.pk)
    assert not files_of(settings, photo)


def test_a_task_for_a_photo_that_is_gone_does_nothing():
    tasks.make_renditions.func(4711)


# --- Who made it and whose it is, in every file


def test_credit_and_copyright_are_in_every_rendition_in_any_script(settings):
    photo = made_photo(credit="نورة سالم / Agency & Sons", copyright_notice="© 2026 <Agency>")
    for name, path in files_of(settings, photo).items():
        if name == "original.jpg":
            continue
        with Image.open(path) as image:
            read = photo_metadata.read(image)
        assert (read.credit, read.copyright_notice) == (photo.credit, photo.copyright_notice), name


def test_a_corrected_credit_is_in_the_renditions_after_the_save(settings, django_capture_on_commit_callbacks):
    photo = made_photo(credit="Wrong name")
    photo.credit = "Right name"
    with django_capture_on_commit_callbacks(execute=True):
        publishing.save_photo(photo)
    photo = Photo.objects.get()
    with Image.open(path_of(settings, photo.full.src)) as image:
        assert photo_metadata.read(image).credit == "Right name"


# --- Lost, half-made, of an earlier release


@pytest.fixture(autouse=True)
def _nothing_asked_before():
    cache.clear()
    yield
    cache.clear()


@pytest.mark.parametrize("damage", ["missing", "half", "empty"])
def test_a_lost_rendition_falls_back_to_the_original_and_is_made_again(settings, client, damage):
    photo = made_photo()
    for url in (photo.full.src, photo.full.src.replace(".jpg", ".webp")):
        path = path_of(settings, url)
        whole = path.read_bytes()
        if damage == "missing":
            path.unlink()
        else:
            path.write_bytes(whole[: len(whole) // 2] if damage == "half" else b"")
        cache.clear()
        response = get(client, url)
        assert (response.status_code, response["Location"]) == (302, photo.file.url)
        assert response["Cache-Control"] == "no-store"
        assert get(client, url).body == whole


def test_a_rendition_that_cannot_be_made_is_asked_for_once_a_minute(settings, client, monkeypatch):
    photo = made_photo()
    path_of(settings, photo.full.src).unlink()
    asked = []
    monkeypatch.setattr(renditions, "make", lambda photo: asked.append(photo.pk) or 1 / 0)
    for _reader in range(5):
        assert get(client, photo.full.src).status_code == 302
    assert asked == [photo.pk]


def test_an_address_of_an_earlier_recipe_leads_to_todays(client):
    photo = made_photo()
    old = photo.square.src.replace(renditions.key(photo), "0badc0de")
    assert get(client, old)["Location"] == photo.square.src
    assert get(client, old.replace("square", "panorama"))["Location"] == photo.file.url


def test_an_address_of_no_photo_is_not_found(client):
    assert get(client, "/media/photos/00000000/full480_0badc0de.jpg").status_code == 404


def test_the_command_makes_what_is_missing_and_no_more(settings, capsys):
    good, old, lost = made_photo(), make_photo(), made_photo()
    path_of(settings, lost.full.src).unlink()
    call_command("make_renditions")
    assert "asked for: 1 of 3" in capsys.readouterr().out
    assert renditions.are_current(Photo.objects.get(pk=old.pk))
    call_command("make_renditions", look=True)
    assert "asked for: 1 of 3" in capsys.readouterr().out
    assert path_of(settings, lost.full.src).exists()
    assert renditions.are_current(good)


# --- Out of the library


def test_a_deleted_photo_leaves_no_file(settings, django_capture_on_commit_callbacks):
    photo = made_photo()
    with django_capture_on_commit_callbacks(execute=True):
        publishing.delete_photo(photo)
    assert not files_of(settings, photo)


def test_a_replaced_file_leaves_nothing_behind_and_gets_its_own_renditions(
    settings, django_capture_on_commit_callbacks
):
    photo = made_photo()
    old = Photo.objects.get()
    photo.file = photos.accept(make_upload(content=image_bytes(700, 700)))
    with django_capture_on_commit_callbacks(execute=True):
        publishing.save_photo(photo)
    assert not files_of(settings, old)
    photo = Photo.objects.get()
    assert photo.renditions["full"] == [480, 700]
    assert (photo.width, photo.height) == (700, 700)


# --- In a bucket


@pytest.fixture
def bucket(settings):
    """A service on loopback that speaks S3, with one bucket, as the storage of photos."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"s3://key:se%2Fcret@Photos/desk?endpoint=http://{host}:{port}&region=eu-central-1"
    settings.STORAGES = settings.STORAGES | {"default": house.photo_storage(url)}
    client = boto3.client(
        "s3",
        endpoint_url=f"http://{host}:{port}",
        aws_access_key_id="key",
        aws_secret_access_key="x",
        region_name="eu-central-1",
    )
    client.create_bucket(Bucket="Photos", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    yield client
    client.close()
    server.stop()


def test_photos_in_a_bucket_are_stored_made_served_and_deleted(bucket, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        photo = make_photo()
    photo = Photo.objects.get()
    names = {found["Key"] for found in bucket.list_objects_v2(Bucket="Photos")["Contents"]}
    assert names == {f"desk/{name}" for name in {photo.file.name, *renditions.names(photo)}}
    response = get(client, photo.wide.src)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert Image.open(BytesIO(response.body)).size == (1200, 800)
    bucket.delete_object(Bucket="Photos", Key=f"desk{photo.wide.src.removeprefix('/media')}")
    assert get(client, photo.wide.src)["Location"] == photo.file.url
    assert get(client, photo.wide.src).status_code == 200
    story = make_story(featured_photo=photo)
    assert "amazonaws" not in client.get(story.get_absolute_url()).content.decode()
    story.delete()
    with django_capture_on_commit_callbacks(execute=True):
        publishing.delete_photo(photo)
    assert "Contents" not in bucket.list_objects_v2(Bucket="Photos")
