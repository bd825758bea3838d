package io.boto4j.local.kms;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * The bytes of a key.
 *
 * @param secret the symmetric key, or the private key as PKCS #8
 * @param open the public key as X.509, or nothing for a symmetric key
 */
@SuppressWarnings("ArrayRecordComponent") // arrays are compared nowhere
record Material(byte[] secret, byte[] open) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static Material create(KeySpec spec) {
    if (spec.isSymmetric()) {
      return new Material(random(spec.size()), new byte[0]);
    }
    if (spec == KeySpec.ECC_SECG_P256K1) {
      byte[] secret = Secp256k1.newPrivateKey();
      return new Material(secret, Secp256k1.publicKey(secret));
    }
    try {
      KeyPair pair = generator(spec).generateKeyPair();
      return new Material(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw KmsErrors.unsupported("KeySpec " + spec + " is not supported by this Java runtime");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPairGenerator generator(KeySpec spec) throws GeneralSecurityException {
    if (spec.isRsa()) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(spec.size());
      return generator;
    }
    if (spec.algorithm().startsWith("secp")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(spec.algorithm()));
      return generator;
    }
    return KeyPairGenerator.getInstance(spec.algorithm());
  }

  private static KeyFactory factory(KeySpec spec) throws GeneralSecurityException {
    String name = spec.algorithm().startsWith("secp") ? "EC" : spec.algorithm();
    return KeyFactory.getInstance(name);
  }

  PrivateKey privateKey(KeySpec spec) throws GeneralSecurityException {
    return factory(spec).generatePrivate(new PKCS8EncodedKeySpec(secret));
  }

  PublicKey publicKey(KeySpec spec) throws GeneralSecurityException {
    return publicKey(spec, open);
  }

  static PublicKey publicKey(KeySpec spec, byte[] encoded) throws GeneralSecurityException {
    return factory(spec).generatePublic(new X509EncodedKeySpec(encoded));
  }
}
