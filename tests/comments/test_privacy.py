import pytest
from cryptography.fernet import Fernet

from comments import privacy
from comments.models import Commenter

ADDRESS = "Reader.One@Example.ORG"


def test_an_address_is_read_back_only_with_a_key(settings):
    stored = privacy.encrypt(ADDRESS)
    assert "reader" not in stored.lower()
    assert privacy.decrypt(stored) == ADDRESS


@pytest.mark.django_db
def test_one_address_is_one_commenter_however_it_is_written():
    first = Commenter.objects.for_email(ADDRESS)
    assert Commenter.objects.for_email(" reader.one@example.org ") == first
    assert Commenter.objects.for_email("reader.two@example.org") != first


@pytest.mark.django_db
def test_a_new_key_finds_and_reads_what_the_old_one_wrote(settings):
    commenter = Commenter.objects.for_email(ADDRESS)
    settings.PRIVACY_KEYS = [Fernet.generate_key().decode(), *settings.PRIVACY_KEYS]
    assert Commenter.objects.for_email(ADDRESS) == commenter
    assert privacy.decrypt(commenter.email) == ADDRESS


def test_another_key_gives_another_digest(settings):
    before = privacy.email_digests(ADDRESS)
    settings.PRIVACY_KEYS = [Fernet.generate_key().decode()]
    assert privacy.email_digests(ADDRESS) != before


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10.0.0.9", "10.0.0.9", True),
        ("10.0.0.9", "110.0.0.9", False),
        ("2001:db8:1:2::5", "2001:db8:1:2:ffff::6", True),
        ("2001:db8:1:2::5", "2001:db8:1:3::5", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.9", False),
    ],
)
def test_a_network_is_an_ipv4_address_or_an_ipv6_64(one, other, same):
    assert (privacy.network_digest(one) == privacy.network_digest(other)) is same


@pytest.mark.parametrize("address", ["", "unix:", "not an address"])
def test_without_an_address_there_is_no_network(address):
    assert privacy.network_digest(address) is None
