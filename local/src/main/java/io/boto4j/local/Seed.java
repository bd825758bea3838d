package io.boto4j.local;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.error.Boto4jException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the calls that are written in JSON files. */
final class Seed implements AutoCloseable {
  private final Function<@Nullable String, Session> sessions;
  private final Map<String, Client> clients = new LinkedHashMap<>();

  /** Creates it; the function returns the session of a region, or of the default region. */
  Seed(Function<@Nullable String, Session> sessions) {
    this.sessions = sessions;
  }

  /** Makes the calls of a file, or of all files of a folder whose names end in .json, by name. */
  void plant(Path path) {
    try {
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.list(path)) {
          files.filter(each -> each.toString().endsWith(".json")).sorted().forEach(this::file);
        }
      } else {
        file(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the seed " + path + ": " + e, e);
    }
  }

  private void file(Path file) {
    Object content;
    try {
      content = Json.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the seed " + file + ": " + e, e);
    } catch (Boto4jException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " is not JSON: " + e.getMessage(), e);
    }
    if (!(content instanceof List<?> calls)) {
      throw new IllegalArgumentException(
          file + " is not a list of calls, each with service, operation and input");
    }
    int number = 1;
    for (Object call : calls) {
      String place = file + ", call " + number++;
      if (!(call instanceof Map<?, ?>)) {
        throw new IllegalArgumentException(place + " is not an object");
      }
      call(Structures.of(Map.of("call", call)).map("call"), place);
    }
  }

  private void call(Structure call, String place) {
    String service = call.text("service");
    String operation = call.text("operation");
    if (service == null || operation == null) {
      throw new IllegalArgumentException(place + " needs a service and an operation");
    }
    String region = call.text("region");
    try {
      clients
          .computeIfAbsent(service + "/" + region, key -> sessions.apply(region).client(service))
          .call(operation, call.map("input"));
    } catch (Boto4jException e) {
      throw new IllegalStateException(place + " failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(Client::close);
  }
}
