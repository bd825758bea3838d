"""Prints checksums by other hands than ours: of libxxhash, the C library of xxHash's author, and of a bitwise CRC.

    python3 checksum_vectors.py > ../resources/io/boto4j/internal/checksum/checksums.tsv

A line is: algorithm, how many bytes, checksum. The lengths are those where a formula or a buffer ends. Byte i of the
input is (31 i + 7 (i >> 8)) mod 256.
"""

import ctypes

LENGTHS = (*range(18), 31, 32, 33, 63, 64, 65, 96, 97, 127, 128, 129, 160, 191, 192, 239, 240, 241, 255, 256, 511, 512,
           513, 1023, 1024, 1025, 1087, 1088, 1089, 2047, 2048, 2049, 3000, 4096, 10000)


class Wide(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]


LIBRARY = ctypes.CDLL("libxxhash.so.0")
LIBRARY.XXH64.restype = LIBRARY.XXH3_64bits.restype = ctypes.c_uint64
LIBRARY.XXH64.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint64]
LIBRARY.XXH3_128bits.restype = Wide
LIBRARY.XXH3_64bits.argtypes = LIBRARY.XXH3_128bits.argtypes = [ctypes.c_char_p, ctypes.c_size_t]


def crc64nvme(data):
    crc = mask = 2 ** 64 - 1
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x9A6C9329AC4BC9B5 if crc & 1 else 0)
    return f"{crc ^ mask:016x}"


def xxhash128(data):
    wide = LIBRARY.XXH3_128bits(data, len(data))
    return f"{wide.high:016x}{wide.low:016x}"


ALGORITHMS = {
    "crc64nvme": crc64nvme,
    "xxhash64": lambda data: f"{LIBRARY.XXH64(data, len(data), 0):016x}",
    "xxhash3": lambda data: f"{LIBRARY.XXH3_64bits(data, len(data)):016x}",
    "xxhash128": xxhash128,
}

for name, algorithm in ALGORITHMS.items():
    for length in LENGTHS:
        print(name, length, algorithm(bytes(31 * i + 7 * (i >> 8) & 255 for i in range(length))), sep="\t")
