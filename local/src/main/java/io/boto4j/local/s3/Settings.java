package io.boto4j.local.s3;

import io.boto4j.Structure;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The settings of an object: headers, metadata, encryption and storage class. */
final class Settings {
  /** The headers that are kept with an object. */
  static final List<String> HEADERS =
      List.of(
          "CacheControl",
          "ContentDisposition",
          "ContentEncoding",
          "ContentLanguage",
          "ContentType",
          "Expires");

  private static final String CONTENT_TYPE = "ContentType";
  private static final int MOST_METADATA = 2048;
  private static final Set<String> STORAGE_CLASSES =
      Set.of(
          "STANDARD",
          "REDUCED_REDUNDANCY",
          "STANDARD_IA",
          "ONEZONE_IA",
          "INTELLIGENT_TIERING",
          "GLACIER",
          "DEEP_ARCHIVE",
          "OUTPOSTS",
          "GLACIER_IR",
          "SNOW",
          "EXPRESS_ONEZONE",
          "FSX_OPENZFS",
          "FSX_ONTAP");

  private Settings() {}

  /** Returns the settings of a new object. */
  static Map<String, Object> of(Bucket bucket, Structure input) {
    Map<String, Object> settings = new LinkedHashMap<>();
    addHeaders(input, settings);
    Documents.copy(input, settings, List.of("WebsiteRedirectLocation"));
    Encryption.add(bucket, input, settings);
    return settings;
  }

  /** Adds the headers and the metadata of the input. */
  static void addHeaders(Structure input, Map<String, Object> settings) {
    Documents.copy(input, settings, HEADERS);
    Object type = settings.get(CONTENT_TYPE);
    if (type == null || type.toString().isEmpty()) {
      settings.put(CONTENT_TYPE, "binary/octet-stream");
    }
    settings.put("Metadata", metadata(input));
  }

  private static Map<String, Object> metadata(Structure input) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    int size = 0;
    for (Map.Entry<String, Object> entry : input.map("Metadata").entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT);
      String value = String.valueOf(entry.getValue());
      size += name.length() + value.getBytes(StandardCharsets.UTF_8).length;
      metadata.put(name, value);
    }
    if (size > MOST_METADATA) {
      throw S3Errors.of(
          400,
          "MetadataTooLarge",
          "Your metadata headers exceed the maximum allowed metadata size",
          "Size",
          Integer.toString(size),
          "MaxSizeAllowed",
          Integer.toString(MOST_METADATA));
    }
    return metadata;
  }

  static String storageClass(Structure input) {
    String name = Documents.text(input, "StorageClass", "STANDARD");
    if (!STORAGE_CLASSES.contains(name)) {
      throw S3Errors.of(
          400,
          "InvalidStorageClass",
          "The storage class you specified is not valid",
          "StorageClassRequested",
          name);
    }
    return name;
  }
}
