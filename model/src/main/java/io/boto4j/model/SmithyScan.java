package io.boto4j.model;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pass over a JSON file that finds out whether it is a Smithy model, and which services it has.
 *
 * <p>It keeps nothing else of the file, so that a folder of large models can be listed. {@code
 * SmithyService} reads the rest when a service is used.
 */
final class SmithyScan {
  private static final byte[] SMITHY = ascii("smithy");
  private static final byte[] SHAPES = ascii("shapes");
  private static final byte[] TYPE = ascii("type");
  private static final byte[] VERSION = ascii("version");
  private static final byte[] TRAITS = ascii("traits");
  private static final byte[] SERVICE = ascii("aws.api#service");
  private static final byte[] ID = ascii("sdkId");

  /**
   * A service.
   *
   * @param id the service id, such as {@code API Gateway}
   * @param version the API version
   */
  record Service(String id, String version) {}

  private final JsonReader json;
  private final List<Service> services = new ArrayList<>();
  private boolean smithy;
  private @Nullable String failure;

  private SmithyScan(byte[] bytes) {
    this.json = new JsonReader(bytes);
  }

  /** Scans a file. Never fails: malformed JSON is a property of the result. */
  static SmithyScan of(byte[] bytes) {
    SmithyScan scan = new SmithyScan(bytes);
    try {
      scan.file();
    } catch (JsonException e) {
      scan.failure = e.getMessage();
    }
    return scan;
  }

  /** Returns whether the file is a Smithy model: an object with the member {@code smithy}. */
  boolean isSmithy() {
    return smithy;
  }

  /** Returns the services up to the failure, if there is one. */
  List<Service> services() {
    return services;
  }

  /** Returns what is malformed, or null if the file is well-formed JSON. */
  @Nullable String failure() {
    return failure;
  }

  private void file() {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      json.end();
      return;
    }
    json.beginObject();
    while (json.hasNextMember()) {
      if (json.nameEquals(SHAPES) && json.peek() == JsonToken.BEGIN_OBJECT) {
        json.beginObject();
        while (json.hasNextMember()) {
          shape(json.name());
        }
      } else {
        smithy |= json.nameEquals(SMITHY);
        json.skipValue();
      }
    }
    json.end();
  }

  private void shape(String shapeId) {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return;
    }
    String type = "";
    String version = "";
    String id = null;
    json.beginObject();
    while (json.hasNextMember()) {
      boolean text = json.peek() == JsonToken.STRING;
      if (text && json.nameEquals(TYPE)) {
        type = json.readString();
      } else if (text && json.nameEquals(VERSION)) {
        version = json.readString();
      } else if (!text && json.nameEquals(TRAITS) && json.peek() == JsonToken.BEGIN_OBJECT) {
        id = traits();
      } else {
        json.skipValue();
      }
    }
    if (type.equals("service")) {
      services.add(
          new Service(id == null ? shapeId.substring(shapeId.indexOf('#') + 1) : id, version));
    }
  }

  private @Nullable String traits() {
    String id = null;
    json.beginObject();
    while (json.hasNextMember()) {
      if (json.nameEquals(SERVICE) && json.peek() == JsonToken.BEGIN_OBJECT) {
        json.beginObject();
        while (json.hasNextMember()) {
          if (json.nameEquals(ID) && json.peek() == JsonToken.STRING) {
            id = json.readString();
          } else {
            json.skipValue();
          }
        }
      } else {
        json.skipValue();
      }
    }
    return id;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
