package io.boto4j.testing;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests and their answers, in a file of JSON. */
final class Cassette {
  private static final int VERSION = 1;

  private Cassette() {}

  /** A request and its answer. */
  record Interaction(CassetteRequest request, CassetteAnswer answer) {}

  static List<Interaction> read(Path file) {
    try {
      JsonReader reader = new JsonReader(Files.readAllBytes(file));
      Object value = reader.readValue();
      reader.end();
      if (!(value instanceof Map<?, ?> cassette)
          || !(cassette.get("interactions") instanceof List<?> list)) {
        throw new ReplayException(file + " is no cassette: it has no interactions");
      }
      List<Interaction> interactions = new ArrayList<>();
      for (Object each : list) {
        Map<?, ?> interaction = (Map<?, ?>) each;
        interactions.add(
            new Interaction(
                CassetteRequest.read(map(interaction.get("request"))),
                CassetteAnswer.read(map(interaction.get("response")))));
      }
      return interactions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new ReplayException(file + " is no cassette: " + e.getMessage());
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  /** One interaction a line, so that two versions of a cassette can be compared. */
  static void write(Path file, List<Interaction> interactions) {
    StringBuilder text = new StringBuilder("{\"version\": " + VERSION + ", \"interactions\": [");
    String separator = "\n";
    for (Interaction each : interactions) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("request", each.request().write());
      map.put("response", each.answer().write());
      byte[] json = new JsonWriter().spaced().value(map).toByteArray();
      text.append(separator).append(new String(json, StandardCharsets.US_ASCII));
      separator = ",\n";
    }
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, text.append("\n]}\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
