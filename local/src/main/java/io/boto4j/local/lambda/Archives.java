package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The archives that hold the code of functions and layers. */
final class Archives {
  /** The limit of archives that are part of a request, and of all archives when unpacked. */
  private static final int MOST_ZIPPED = 52_428_800;

  private static final long MOST_UNZIPPED = 262_144_000;

  private Archives() {}

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  static String sha256Text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(sha256(bytes));
  }

  /** Reads an archive from the request or from S3; null if neither is given. */
  static byte @Nullable [] read(EngineContext context, Structure source) {
    byte[] zip = source.bytes("ZipFile");
    String bucket = source.text("S3Bucket");
    if (zip == null && bucket == null) {
      return null;
    }
    if (zip != null && bucket != null) {
      throw LambdaErrors.parameter(
          "Please do not provide other FunctionCode parameters when providing a ZipFile.");
    }
    byte[] archive =
        zip != null
            ? zip
            : object(context, bucket, source.text("S3Key"), source.text("S3ObjectVersion"));
    if (zip != null && archive.length > MOST_ZIPPED) {
      throw LambdaErrors.of(
          "RequestEntityTooLargeException",
          "Zipped size must be smaller than " + MOST_ZIPPED + " bytes");
    }
    check(archive);
    return archive;
  }

  private static byte[] object(
      EngineContext context,
      @Nullable String bucket,
      @Nullable String key,
      @Nullable String version) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Bucket", String.valueOf(bucket));
    input.put("Key", String.valueOf(key));
    if (version != null) {
      input.put("VersionId", version);
    }
    try {
      return bytes(context.call("s3", "GetObject", input).get("Body"));
    } catch (EngineException e) {
      throw LambdaErrors.parameter(
          "Error occurred while GetObject. S3 Error Code: "
              + e.code()
              + ". S3 Error Message: "
              + e.serviceMessage());
    } catch (IOException e) {
      throw LambdaErrors.of("ServiceException", "Cannot read the object: " + e.getMessage());
    }
  }

  private static byte[] bytes(@Nullable Object body) throws IOException {
    if (body instanceof InputStream stream) {
      try (stream) {
        return stream.readAllBytes();
      }
    }
    if (body instanceof Path path) {
      return Files.readAllBytes(path);
    }
    return body instanceof byte[] bytes ? bytes : new byte[0];
  }

  private static void check(byte[] archive) {
    long size = 0;
    int entries = 0;
    byte[] buffer = new byte[8192];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          size += read;
          if (size > MOST_UNZIPPED) {
            throw LambdaErrors.parameter(
                "Unzipped size must be smaller than " + MOST_UNZIPPED + " bytes");
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      entries = 0;
    }
    if (entries == 0) {
      throw LambdaErrors.parameter(
          "Could not unzip uploaded file. Please check your file, then try to upload again.");
    }
  }
}
