package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The file that pins the artifacts with the service models: one base, and overlays of single
 * services.
 *
 * <pre>
 * # kind   service   artifact                                  version  date        SHA-256 of the jar
 * base     *         software.amazon.awscdk:cdk-asset-awscli-v1 2.2.294  2026-08-31  5d02…
 * overlay  dynamodb  software.amazon.api.models:dynamodb        1.0.14   2026-08-04  77aa…
 * </pre>
 *
 * <p>Columns are separated by spaces. Empty lines and lines that begin with {@code #} are comments.
 * Immutable.
 */
public final class SourcesFile {
  private static final int COLUMNS = 6;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SERVICE = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final Pattern ARTIFACT =
      Pattern.compile("[A-Za-z0-9._-]{1,200}:[A-Za-z0-9._-]{1,200}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final List<String> lines;
  private final List<ModelSource> sources;

  private SourcesFile(List<String> lines, List<ModelSource> sources) {
    this.lines = lines;
    this.sources = sources;
  }

  /**
   * Reads a file.
   *
   * @param file the path
   * @return the file
   * @throws ModelException if it cannot be read or a line is not a valid row; the message names the
   *     line
   */
  public static SourcesFile read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new ModelException("cannot read the sources file " + file + ": " + e, e);
    }
  }

  static SourcesFile parse(String name, List<String> lines) {
    List<ModelSource> sources = new ArrayList<>();
    Set<String> services = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isRow(lines.get(i))) {
        String place = name + ", line " + (i + 1);
        ModelSource source = source(place, lines.get(i));
        if (!services.add(source.service())) {
          throw new ModelException(
              place + ": there is already a row for the service " + source.service(), null);
        }
        sources.add(source);
      }
    }
    if (sources.isEmpty() || sources.get(0).kind() != ModelSource.Kind.BASE) {
      throw new ModelException(name + ": the first row must be a base", null);
    }
    return new SourcesFile(List.copyOf(lines), Collections.unmodifiableList(sources));
  }

  /**
   * Returns the rows.
   *
   * @return the sources in the order of the file, the base first; unmodifiable
   */
  public List<ModelSource> sources() {
    return sources;
  }

  /**
   * Returns this file with other values in its rows. Comments stay where they are.
   *
   * @param changed the rows in their order; those beyond the present ones are added at the end
   * @return the changed file
   */
  public SourcesFile with(List<ModelSource> changed) {
    List<String> text = new ArrayList<>();
    int next = 0;
    for (String line : lines) {
      text.add(isRow(line) ? row(changed.get(next++), changed) : line);
    }
    while (next < changed.size()) {
      text.add(row(changed.get(next++), changed));
    }
    return new SourcesFile(text, List.copyOf(changed));
  }

  /**
   * Writes the file.
   *
   * @param file the path
   * @throws ModelException if it cannot be written
   */
  public void write(Path file) {
    try {
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new ModelException("cannot write the sources file " + file + ": " + e, e);
    }
  }

  private static boolean isRow(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  private static ModelSource source(String place, String line) {
    List<String> columns = List.of(SPACES.split(line.strip(), -1));
    if (columns.size() != COLUMNS) {
      throw new ModelException(
          place
              + ": expected kind, service, artifact, version, date and SHA-256, but found "
              + columns.size()
              + " columns",
          null);
    }
    ModelSource.Kind kind =
        switch (columns.get(0)) {
          case "base" -> ModelSource.Kind.BASE;
          case "overlay" -> ModelSource.Kind.OVERLAY;
          default ->
              throw new ModelException(
                  place + ": the kind must be base or overlay, not " + columns.get(0), null);
        };
    if (kind == ModelSource.Kind.BASE && !columns.get(1).equals(ModelSource.ALL)) {
      throw new ModelException(place + ": the service of a base must be *", null);
    }
    if (kind == ModelSource.Kind.OVERLAY) {
      checkOverlay(place, columns.get(1), columns.get(2));
    }
    check(place, "artifact GROUP:NAME", ARTIFACT, columns.get(2));
    check(place, "version", VERSION, columns.get(3));
    check(place, "SHA-256", SHA256, columns.get(5));
    try {
      LocalDate date = LocalDate.parse(columns.get(4));
      return new ModelSource(
          kind, columns.get(1), columns.get(2), columns.get(3), date, columns.get(5));
    } catch (DateTimeParseException e) {
      throw new ModelException(
          place + ": the date must be in the form 2026-08-31, not " + columns.get(4), e);
    }
  }

  /** Checks the names of an overlay. */
  static void checkOverlay(String place, String service, String artifact) {
    check(place, "service name", SERVICE, service);
    check(place, "artifact GROUP:NAME", ARTIFACT, artifact);
  }

  private static void check(String place, String what, Pattern pattern, String value) {
    if (!pattern.matcher(value).matches()) {
      throw new ModelException(place + ": not a valid " + what + ": " + value, null);
    }
  }

  private static String row(ModelSource source, List<ModelSource> all) {
    StringBuilder row =
        new StringBuilder(source.kind() == ModelSource.Kind.BASE ? "base" : "overlay");
    pad(row, "overlay".length());
    int services = 0;
    int artifacts = 0;
    int versions = 0;
    for (ModelSource each : all) {
      services = Math.max(services, each.service().length());
      artifacts = Math.max(artifacts, each.artifact().length());
      versions = Math.max(versions, each.version().length());
    }
    int end = row.length();
    end += column(row, end, source.service(), services);
    end += column(row, end, source.artifact(), artifacts);
    column(row, end, source.version(), versions);
    return row.append("  ").append(source.date()).append("  ").append(source.sha256()).toString();
  }

  /** Appends a column of a width; returns how much longer the row is. */
  private static int column(StringBuilder row, int start, String text, int width) {
    row.append("  ").append(text);
    pad(row, start + 2 + width);
    return row.length() - start;
  }

  private static void pad(StringBuilder row, int length) {
    while (row.length() < length) {
      row.append(' ');
    }
  }
}
