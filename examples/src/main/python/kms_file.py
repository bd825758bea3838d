"""Encrypts a file with a data key that KMS keeps encrypted, and decrypts it."""
import os
import pathlib

import boto3
from botocore.exceptions import ClientError
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

kms = boto3.client("kms")


def find_key(description):
    for page in kms.get_paginator("list_keys").paginate():
        for key in page["Keys"]:
            metadata = kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]
            if metadata["Description"] == description:
                return key["KeyId"]
    return None


def encrypt(source, target, key_id):
    data_key = kms.generate_data_key(KeyId=key_id, KeySpec="AES_256")
    wrapped = data_key["CiphertextBlob"]
    nonce = os.urandom(12)
    encrypted = AESGCM(data_key["Plaintext"]).encrypt(nonce, source.read_bytes(), None)
    target.write_bytes(len(wrapped).to_bytes(4, "big") + wrapped + nonce + encrypted)


def decrypt(source, target):
    content = source.read_bytes()
    start = 4 + int.from_bytes(content[:4], "big")
    data_key = kms.decrypt(CiphertextBlob=content[4:start])["Plaintext"]
    nonce = content[start:start + 12]
    target.write_bytes(AESGCM(data_key).decrypt(nonce, content[start + 12:], None))


print("key found" if find_key("files") else "no key yet")
created = kms.create_key(Description="files")["KeyMetadata"]["KeyId"]
found = find_key("files")
print("key found" if found == created else "another key")

plain = pathlib.Path("plain.txt")
plain.write_text("the launch code is 0000")
encrypted = pathlib.Path("encrypted.bin")
encrypt(plain, encrypted, found)
print("encrypted" if encrypted.stat().st_size > plain.stat().st_size else "lost")
decrypt(encrypted, pathlib.Path("decrypted.txt"))
print(pathlib.Path("decrypted.txt").read_text())
try:
    kms.encrypt(KeyId="alias/none", Plaintext="x")
except ClientError as e:
    print(e.response["Error"]["Code"])
