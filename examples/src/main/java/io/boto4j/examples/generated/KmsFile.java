package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.kms.CreateKeyRequest;
import io.boto4j.examples.generated.kms.DataKeySpec;
import io.boto4j.examples.generated.kms.DecryptRequest;
import io.boto4j.examples.generated.kms.DescribeKeyRequest;
import io.boto4j.examples.generated.kms.EncryptRequest;
import io.boto4j.examples.generated.kms.GenerateDataKeyRequest;
import io.boto4j.examples.generated.kms.KeyMetadata;
import io.boto4j.examples.generated.kms.Kms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a file with a data key that KMS keeps encrypted, and decrypts it. */
class KmsFile {
  static final Kms kms = Kms.of(Session.create().client("kms"));

  static Optional<String> findKey(String description) {
    return kms.listKeysItems().stream()
        .map(key -> kms.describeKey(DescribeKeyRequest.of(key.keyId())).keyMetadata())
        .filter(key -> key.description().equals(description))
        .map(KeyMetadata::keyId)
        .findFirst();
  }

  static void encrypt(Path from, Path to, String keyId) throws IOException, GeneralSecurityException {
    var dataKey = kms.generateDataKey(GenerateDataKeyRequest.of(keyId).keySpec(DataKeySpec.AES_256));
    var wrapped = dataKey.ciphertextBlob();
    var nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(dataKey.plaintext(), "AES"), new GCMParameterSpec(128, nonce));
    var encrypted = cipher.doFinal(Files.readAllBytes(from));
    var file = ByteBuffer.allocate(4 + wrapped.length + nonce.length + encrypted.length);
    Files.write(to, file.putInt(wrapped.length).put(wrapped).put(nonce).put(encrypted).array());
  }

  static void decrypt(Path from, Path to) throws IOException, GeneralSecurityException {
    var file = ByteBuffer.wrap(Files.readAllBytes(from));
    var wrapped = new byte[file.getInt()];
    var nonce = new byte[12];
    file.get(wrapped).get(nonce);
    var dataKey = kms.decrypt(DecryptRequest.of().ciphertextBlob(wrapped)).plaintext();
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(dataKey, "AES"), new GCMParameterSpec(128, nonce));
    Files.write(to, cipher.doFinal(file.array(), file.position(), file.remaining()));
  }

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    System.out.println(findKey("files").isPresent() ? "key found" : "no key yet");
    var created = kms.createKey(CreateKeyRequest.of().description("files")).keyMetadata().keyId();
    var found = findKey("files").orElseThrow();
    System.out.println(found.equals(created) ? "key found" : "another key");

    var plain = Files.writeString(Path.of("plain.txt"), "the launch code is 0000");
    encrypt(plain, Path.of("encrypted.bin"), found);
    System.out.println(Files.size(Path.of("encrypted.bin")) > Files.size(plain) ? "encrypted" : "lost");
    decrypt(Path.of("encrypted.bin"), Path.of("decrypted.txt"));
    System.out.println(Files.readString(Path.of("decrypted.txt")));
    try {
      kms.encrypt(EncryptRequest.of("alias/none", new byte[] {'x'}));
    } catch (ServiceException e) {
      System.out.println(e.code());
    }
  }
}
