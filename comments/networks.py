"""Clients and networks as `ipaddress` has them; IPv4 in its IPv6 form is IPv4."""

import ipaddress
from functools import lru_cache


def client(address: str):
    """A client's address; None for what is none. Nothing of it is kept, in no cache either."""
    try:
        return _unmapped(ipaddress.ip_address(address))
    except ValueError:
        return None


# For what rules look for alone.
@lru_cache(maxsize=4096)
def network(pattern: str):
    """An address or a network in CIDR; None for anything else."""
    try:
        found = ipaddress.ip_network(pattern, strict=False)
    except ValueError:
        return None
    inner = _unmapped(found.network_address)
    if inner.version == found.version or found.prefixlen < 96:
        return found
    return ipaddress.ip_network((inner, found.prefixlen - 96), strict=False)


def _unmapped(address):
    return (address.ipv4_mapped if address.version == 6 else None) or address
