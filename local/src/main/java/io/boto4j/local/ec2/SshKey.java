package io.boto4j.local.ec2;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A key of SSH.
 *
 * @param open the public key as OpenSSH writes it, without a comment
 * @param fingerprint the fingerprint that EC2 reports
 * @param pem the private key, or nothing for an imported one
 */
record SshKey(String open, String fingerprint, String pem) {
  private static final String RSA = "ssh-rsa";
  private static final String ED25519 = "ssh-ed25519";
  private static final int RSA_BITS = 2048;

  /** The fingerprint of an RSA key that EC2 creates is that of its private key. */
  static SshKey createRsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      KeyPair pair = generator.generateKeyPair();
      byte[] secret = pair.getPrivate().getEncoded();
      RSAPublicKey open = (RSAPublicKey) pair.getPublic();
      Wire blob = new Wire().text(RSA).bytes(open.getPublicExponent().toByteArray());
      blob.bytes(open.getModulus().toByteArray());
      return new SshKey(
          RSA + " " + base64(blob.toByteArray()),
          colons("SHA-1", secret),
          pem("RSA PRIVATE KEY", pkcs1(secret)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static SshKey createEd25519(String comment) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] open = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
      byte[] wrapped = pair.getPrivate().getEncoded();
      byte[] seed = Arrays.copyOfRange(wrapped, 16, 48);
      byte[] blob = new Wire().text(ED25519).bytes(open).toByteArray();
      int check = new SecureRandom().nextInt();
      Wire secret = new Wire().number(check).number(check).text(ED25519).bytes(open);
      secret.bytes(join(seed, open)).text(comment);
      for (int i = 1; secret.size() % 8 != 0; i++) {
        secret.write(i);
      }
      Wire file = new Wire();
      file.writeBytes("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII));
      file.text("none").text("none").text("").number(1).bytes(blob).bytes(secret.toByteArray());
      return new SshKey(
          ED25519 + " " + base64(blob),
          base64(MessageDigest.getInstance("SHA-256").digest(blob)),
          pem("OPENSSH PRIVATE KEY", file.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lines of a key in the format of RFC 4716 that have the key, in one. */
  private static String unwrapped(String text) {
    StringBuilder key = new StringBuilder();
    boolean isHeader = false;
    for (String line : text.split("\r?\n", -1)) {
      boolean continues = isHeader;
      isHeader = (continues || line.contains(":")) && line.endsWith("\\");
      if (!continues && !line.contains(":") && !line.startsWith("----")) {
        key.append(line.trim());
      }
    }
    String blob = key.toString();
    return (blob.startsWith("AAAAC3NzaC1lZDI1NTE5") ? ED25519 : RSA) + " " + blob;
  }

  /** Reads a public key as OpenSSH writes it, or in the format of RFC 4716. */
  static SshKey read(byte @Nullable [] material) {
    String text = material == null ? "" : new String(material, StandardCharsets.UTF_8).trim();
    text = text.startsWith("---- BEGIN") ? unwrapped(text) : text;
    String[] parts = text.split("\\s+", 3);
    try {
      if (parts.length >= 2) {
        byte[] blob = Base64.getDecoder().decode(parts[1]);
        ByteBuffer wire = ByteBuffer.wrap(blob);
        String type = new String(next(wire), StandardCharsets.US_ASCII);
        String open = type + " " + parts[1];
        if (type.equals(parts[0]) && type.equals(RSA)) {
          BigInteger exponent = new BigInteger(next(wire));
          BigInteger modulus = new BigInteger(next(wire));
          byte[] encoded =
              KeyFactory.getInstance("RSA")
                  .generatePublic(new RSAPublicKeySpec(modulus, exponent))
                  .getEncoded();
          return new SshKey(open, colons("MD5", encoded), "");
        }
        if (type.equals(parts[0]) && type.equals(ED25519) && next(wire).length == 32) {
          return new SshKey(open, base64(MessageDigest.getInstance("SHA-256").digest(blob)), "");
        }
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      throw Ec2Errors.of("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
    }
    throw Ec2Errors.of("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
  }

  private static byte[] next(ByteBuffer wire) {
    int length = wire.getInt();
    if (length < 0 || length > wire.remaining()) {
      throw new IllegalArgumentException("A length is out of range");
    }
    byte[] bytes = new byte[length];
    wire.get(bytes);
    return bytes;
  }

  /** The key within PKCS #8: it is the last element, an octet string. */
  private static byte[] pkcs1(byte[] pkcs8) {
    // 30 82 LL LL, 02 01 00, then the algorithm (15 bytes), then 04 82 LL LL.
    int start = 4 + 3 + 15 + 4;
    return Arrays.copyOfRange(pkcs8, start, pkcs8.length);
  }

  private static String colons(String algorithm, byte[] bytes) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
    return HexFormat.ofDelimiter(":").formatHex(digest);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String pem(String name, byte[] bytes) {
    byte[] newline = {'\n'};
    return "-----BEGIN "
        + name
        + "-----\n"
        + Base64.getMimeEncoder(64, newline).encodeToString(bytes)
        + "\n-----END "
        + name
        + "-----";
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  /** Writes what SSH writes: lengths before bytes. */
  private static final class Wire extends ByteArrayOutputStream {
    Wire number(int number) {
      writeBytes(ByteBuffer.allocate(4).putInt(number).array());
      return this;
    }

    Wire bytes(byte[] bytes) {
      number(bytes.length);
      writeBytes(bytes);
      return this;
    }

    Wire text(String text) {
      return bytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
