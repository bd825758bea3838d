package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a file with a data key that KMS keeps encrypted, and decrypts it. */
class KmsFile {
  record Key(String keyId, String description) {}

  @Service("kms")
  interface Kms {
    @Operation("ListKeys") @Result("Keys[].KeyId") Stream<String> keys();

    @Operation("DescribeKey") @Result("KeyMetadata") Key key(@Param("KeyId") String id);

    @Operation("CreateKey") @Result("KeyMetadata.KeyId") String create(@Param("Description") String description);

    @Operation("GenerateDataKey") @Default(param = "KeySpec", value = "AES_256")
    Structure dataKey(@Param("KeyId") String id);

    @Operation("Encrypt") void encrypt(@Param("KeyId") String id, @Param("Plaintext") String text);

    @Operation("Decrypt") @Result("Plaintext") byte[] decrypt(@Param("CiphertextBlob") byte[] encrypted);

    default Optional<String> find(String description) {
      return keys().map(this::key).filter(key -> key.description().equals(description)).map(Key::keyId).findFirst();
    }
  }

  static final Kms kms = Typed.of(Session.create(), Kms.class);

  static void encrypt(Path from, Path to, String keyId) throws IOException, GeneralSecurityException {
    var dataKey = kms.dataKey(keyId);
    var wrapped = dataKey.bytes("CiphertextBlob");
    var nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(dataKey.bytes("Plaintext"), "AES"),
        new GCMParameterSpec(128, nonce));
    var encrypted = cipher.doFinal(Files.readAllBytes(from));
    var file = ByteBuffer.allocate(4 + wrapped.length + nonce.length + encrypted.length);
    Files.write(to, file.putInt(wrapped.length).put(wrapped).put(nonce).put(encrypted).array());
  }

  static void decrypt(Path from, Path to) throws IOException, GeneralSecurityException {
    var file = ByteBuffer.wrap(Files.readAllBytes(from));
    var wrapped = new byte[file.getInt()];
    var nonce = new byte[12];
    file.get(wrapped).get(nonce);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(kms.decrypt(wrapped), "AES"), new GCMParameterSpec(128, nonce));
    Files.write(to, cipher.doFinal(file.array(), file.position(), file.remaining()));
  }

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    System.out.println(kms.find("files").isPresent() ? "key found" : "no key yet");
    var created = kms.create("files");
    var found = kms.find("files").orElseThrow();
    System.out.println(found.equals(created) ? "key found" : "another key");

    var plain = Files.writeString(Path.of("plain.txt"), "the launch code is 0000");
    encrypt(plain, Path.of("encrypted.bin"), found);
    System.out.println(Files.size(Path.of("encrypted.bin")) > Files.size(plain) ? "encrypted" : "lost");
    decrypt(Path.of("encrypted.bin"), Path.of("decrypted.txt"));
    System.out.println(Files.readString(Path.of("decrypted.txt")));
    try {
      kms.encrypt("alias/none", "x");
    } catch (ServiceException e) {
      System.out.println(e.code());
    }
  }
}
