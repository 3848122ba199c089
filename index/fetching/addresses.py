"""Which IP addresses are those of the open internet: a list of what is not, kept here.

The blocks are those of IANA's registries of special-purpose addresses for IPv4 and IPv6, as they stood in October
2025, reachable or not, with multicast, and with what networks and clouds use for themselves without registering it.
Of IPv6 only 2000::/3 is given out at all. Python's own properties change with its version and know less.
"""

from __future__ import annotations

import ipaddress

_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared by carriers
            "127.0.0.0/8",  # loopback
            "169.254.0.0/16",  # link-local, with the metadata of most clouds
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # IETF protocol assignments
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # AS112
            "192.52.193.0/24",  # AMT
            "192.88.99.0/24",  # 6to4 relays, deprecated
            "192.168.0.0/16",  # private
            "192.175.48.0/24",  # AS112
            "198.18.0.0/15",  # benchmarking
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, with the limited broadcast
            "168.63.129.16/32",  # what virtual machines of Azure ask of their host
        ),
    )
)
_V6_OPEN = ipaddress.IPv6Network("2000::/3")
_V6 = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "2001::/23",  # IETF protocol assignments: Teredo, benchmarking, ORCHID, identities of drones
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, deprecated: an IPv4 address in disguise
            "2620:4f:8000::/48",  # AS112
            "3fff::/20",  # documentation
        ),
    )
)
_MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # how a network without IPv4 reaches every IPv4 address


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; what it is wrapped in does not hide an inner one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in block for block in _V4)
    if ip in _MAPPED or ip in _NAT64:
        return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip in _V6_OPEN and not any(ip in block for block in _V6)
