package io.boto4j.reference.site;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.reference.text.Summary;
import io.boto4j.reference.view.HomeView.ServiceRow;
import io.boto4j.reference.view.Links;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of all services on the first page. To read 427 models and their texts takes longer than
 * everything else that happens before that page is seen, so the build does it, and the jar has the
 * rows of the services that boto4j includes.
 */
public final class ServiceRows {
  private static final String FILE = "/io/boto4j/reference/services.txt";
  private static final int FIELDS = 4;

  private ServiceRows() {}

  /**
   * Writes the rows of the services that boto4j includes, when the jar is built.
   *
   * @param args the file to write
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (ServiceRow row : of(new Services(ModelLoader.builtIn(), /* builtIn= */ true))) {
      lines.append(row.name()).append('\t').append(row.fullName()).append('\t');
      lines.append(row.operations()).append('\t').append(row.summary()).append('\n');
    }
    Path file = Path.of(args[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
  }

  /** Reads the rows in the jar. */
  static List<ServiceRow> builtIn() {
    List<ServiceRow> rows = new ArrayList<>();
    for (String line : read().split("\n", -1)) {
      String[] fields = line.split("\t", FIELDS);
      if (fields.length == FIELDS) {
        rows.add(row(fields[0], fields[1], fields[3], Integer.parseInt(fields[2])));
      }
    }
    return rows;
  }

  /** Makes the rows from the models. */
  static List<ServiceRow> of(Services services) {
    List<ServiceRow> rows = new ArrayList<>();
    for (String name : services.names()) {
      ServiceModel model = services.models().find(name);
      if (model != null) {
        String full = model.metadata().text("serviceFullName");
        rows.add(
            row(
                model.name(),
                full == null ? model.serviceId() : full,
                Summary.of(model.documentation().service()),
                model.operationNames().size()));
      }
    }
    return rows;
  }

  private static ServiceRow row(String name, String fullName, String summary, int operations) {
    return new ServiceRow(name, fullName, Links.service(name), summary, operations);
  }

  private static String read() {
    try (InputStream in = ServiceRows.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The jar of the reference lacks " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
