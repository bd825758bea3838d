package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encryption settings of objects. They are kept and checked as S3 does it; the bytes are stored
 * as they are.
 */
final class Encryption {
  private static final int KEY_LENGTH = 32;

  /** The members that reads and writes return. */
  static final List<String> MEMBERS =
      List.of(
          "ServerSideEncryption",
          "SSEKMSKeyId",
          "BucketKeyEnabled",
          "SSECustomerAlgorithm",
          "SSECustomerKeyMD5");

  private Encryption() {}

  /** Adds the encryption of a new object: what the request asks for, else the bucket's default. */
  static void add(Bucket bucket, Structure input, Map<String, Object> settings) {
    String customer = input.text("SSECustomerAlgorithm");
    String asked = input.text("ServerSideEncryption");
    if (customer != null) {
      if (asked != null) {
        throw S3Errors.invalidArgument(
            "Server Side Encryption with Customer provided key is incompatible with the encryption"
                + " method specified",
            "x-amz-server-side-encryption",
            asked);
      }
      settings.put("SSECustomerAlgorithm", customer);
      settings.put("SSECustomerKeyMD5", customerKey(input, ""));
      return;
    }
    Structure rule = null;
    Structure configuration = bucket.configuration("encryption");
    if (configuration != null) {
      List<Structure> rules = configuration.structures("Rules");
      rule = rules.isEmpty() ? null : rules.get(0);
    }
    String algorithm = asked;
    String kmsKey = input.text("SSEKMSKeyId");
    if (algorithm == null && rule != null) {
      algorithm = rule.text("ApplyServerSideEncryptionByDefault", "SSEAlgorithm");
      kmsKey = rule.text("ApplyServerSideEncryptionByDefault", "KMSMasterKeyID");
    }
    if (algorithm == null) {
      algorithm = "AES256";
    }
    if (!List.of("AES256", "aws:kms", "aws:kms:dsse", "aws:fsx", "aws:backup")
        .contains(algorithm)) {
      throw S3Errors.invalidArgument(
          "The encryption method specified is not supported",
          "x-amz-server-side-encryption",
          algorithm);
    }
    settings.put("ServerSideEncryption", algorithm);
    if (algorithm.startsWith("aws:kms")) {
      if (kmsKey != null) {
        settings.put("SSEKMSKeyId", keyArn(bucket, kmsKey));
      }
      Boolean bucketKey = input.bool("BucketKeyEnabled");
      if (bucketKey == null && rule != null) {
        bucketKey = rule.bool("BucketKeyEnabled");
      }
      if (bucketKey != null) {
        settings.put("BucketKeyEnabled", bucketKey);
      }
    }
  }

  private static String keyArn(Bucket bucket, String key) {
    return key.startsWith("arn:") || key.startsWith("alias/")
        ? key
        : "arn:aws:kms:" + bucket.region() + ":" + bucket.account() + ":key/" + key;
  }

  /** Checks the key of the customer that a read needs. */
  static void checkRead(Structure input, String prefix, ObjectVersion version) {
    String stored = version.settings().text("SSECustomerKeyMD5");
    @Nullable String sent = input.text(prefix + "SSECustomerKey");
    if (stored == null) {
      if (sent != null) {
        throw S3Errors.invalidRequest(
            "The encryption parameters are not applicable to this object.");
      }
      return;
    }
    if (sent == null) {
      throw S3Errors.invalidRequest(
          "The object was stored using a form of Server Side Encryption. The correct parameters"
              + " must be provided to retrieve the object.");
    }
    if (!customerKey(input, prefix).equals(stored)) {
      throw S3Errors.accessDenied();
    }
  }

  /** Checks the key of the customer, and returns the MD5 digest of the key. */
  private static String customerKey(Structure input, String prefix) {
    String key = input.text(prefix + "SSECustomerKey");
    if (key == null) {
      throw S3Errors.invalidArgument(
          "Requests specifying Server Side Encryption with Customer provided keys must provide an"
              + " appropriate secret key.",
          "x-amz-server-side-encryption",
          "null");
    }
    byte[] bytes = decoded(key);
    MessageDigest md5 = Upload.newMd5();
    String calculated = Base64.getEncoder().encodeToString(md5.digest(bytes));
    String sent = input.text(prefix + "SSECustomerKeyMD5");
    if (sent != null && !sent.equals(calculated)) {
      throw S3Errors.invalidArgument(
          "The calculated MD5 hash of the key did not match the hash that was provided.",
          "x-amz-server-side-encryption",
          "null");
    }
    return calculated;
  }

  private static byte[] decoded(String key) {
    EngineException invalid =
        S3Errors.invalidArgument(
            "The secret key was invalid for the specified algorithm.",
            "x-amz-server-side-encryption",
            "null");
    try {
      byte[] bytes = Base64.getDecoder().decode(key);
      if (bytes.length == KEY_LENGTH) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // The same error as for a key of the wrong length.
      throw invalid;
    }
    throw invalid;
  }

  /** Copies the members that writes return. */
  static void copyTo(Structure settings, Map<String, Object> output) {
    Documents.copy(settings, output, MEMBERS);
  }
}
