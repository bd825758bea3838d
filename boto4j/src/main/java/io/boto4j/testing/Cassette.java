package io.boto4j.testing;

import io.boto4j.Json;
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

/** Requests and their responses, in a JSON file. */
final class Cassette {
  private static final int VERSION = 1;

  private Cassette() {}

  /** A request and its response. */
  record Interaction(CassetteRequest request, CassetteResponse response) {}

  static List<Interaction> read(Path file) {
    try {
      Object value = Json.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      if (!(value instanceof Map<?, ?> cassette)
          || !(cassette.get("interactions") instanceof List<?> list)) {
        throw new ReplayException(file + " is not a cassette: it has no interactions");
      }
      List<Interaction> interactions = new ArrayList<>();
      for (Object each : list) {
        Map<?, ?> interaction = (Map<?, ?>) each;
        interactions.add(
            new Interaction(
                CassetteRequest.read(map(interaction.get("request"))),
                CassetteResponse.read(map(interaction.get("response")))));
      }
      return interactions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
      throw new ReplayException(file + " is not a cassette: " + e.getMessage());
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  /** Writes one interaction per line, so that two versions of a cassette can be compared. */
  static void write(Path file, List<Interaction> interactions) {
    StringBuilder text = new StringBuilder("{\"version\": " + VERSION + ", \"interactions\": [");
    String separator = "\n";
    for (Interaction each : interactions) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("request", each.request().write());
      map.put("response", each.response().write());
      text.append(separator).append(Json.write(map));
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
