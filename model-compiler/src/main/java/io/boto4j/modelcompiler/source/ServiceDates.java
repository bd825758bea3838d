package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The dates of the services of a base: a service has the date of the first base in which its files
 * were as they are. A base is published as a whole, so its own date does not show how old the model
 * of one service is.
 *
 * <p>The dates are in a file next to the sources file, a line per service: its name and the date.
 * Immutable.
 */
public final class ServiceDates {
  private final Map<String, LocalDate> dates;

  private ServiceDates(Map<String, LocalDate> dates) {
    this.dates = dates;
  }

  /**
   * Returns the file with the dates of a base.
   *
   * @param sources the sources file, such as {@code sources.txt}
   * @return the file next to it, such as {@code sources-dates.txt}
   */
  public static Path fileOf(Path sources) {
    String name = String.valueOf(sources.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return sources.resolveSibling(stem + "-dates.txt");
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the dates; none if the file does not exist
   * @throws ModelException if the file cannot be read, or a line is not valid; the message names it
   */
  public static ServiceDates read(Path file) {
    Map<String, LocalDate> dates = new TreeMap<>();
    try {
      List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (!line.isBlank() && !line.startsWith("#")) {
          int space = line.indexOf(' ');
          String place = file + ", line " + (i + 1);
          dates.put(line.substring(0, Math.max(space, 0)), date(place, line.substring(space + 1)));
        }
      }
    } catch (IOException e) {
      throw new ModelException("cannot read " + file + ": " + e, e);
    }
    return new ServiceDates(dates);
  }

  private static LocalDate date(String place, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new ModelException(place + ": not a service and a date such as 2026-08-31", e);
    }
  }

  /** Returns the dates by service. */
  Map<String, LocalDate> all() {
    return dates;
  }

  /**
   * Returns the date of a service.
   *
   * @param service the service
   * @param base the base, whose date a service has that is not in the file
   * @return the date
   */
  LocalDate of(String service, ModelSource base) {
    return dates.getOrDefault(service, base.date());
  }

  /**
   * Returns the dates for a later base.
   *
   * @param before the present base
   * @param beforeData its data folder
   * @param after the later base
   * @param afterData its data folder
   * @return the dates: those of services whose files are the same stay
   */
  public ServiceDates after(
      ModelSource before, Path beforeData, ModelSource after, Path afterData) {
    Map<String, LocalDate> changed = new TreeMap<>();
    for (String service : folders(afterData)) {
      boolean same = isSame(beforeData.resolve(service), afterData.resolve(service));
      changed.put(service, same ? of(service, before) : after.date());
    }
    return new ServiceDates(changed);
  }

  /**
   * Writes the dates.
   *
   * @param file the file
   * @throws ModelException if it cannot be written
   */
  public void write(Path file) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# The date of each service in the base: that of the first base in which the files of");
    text.append(" the service were as they are.\n");
    text.append("# Written with the sources file by the command update of the model compiler.\n");
    dates.forEach((service, date) -> text.append(service).append(' ').append(date).append('\n'));
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new ModelException("cannot write " + file + ": " + e, e);
    }
  }

  private static boolean isSame(Path before, Path after) {
    try {
      List<Path> old = files(before);
      List<Path> now = files(after);
      if (!old.equals(now)) {
        return false;
      }
      for (Path file : now) {
        if (Files.mismatch(before.resolve(file), after.resolve(file)) >= 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new ModelException("cannot compare " + before + " with " + after + ": " + e, e);
    }
  }

  /** Returns the paths of the files below a folder, relative to it and sorted. */
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  private static List<String> folders(Path data) {
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(data, Files::isDirectory)) {
      for (Path child : children) {
        names.add(String.valueOf(child.getFileName()));
      }
    } catch (IOException e) {
      throw new ModelException("cannot list " + data + ": " + e, e);
    }
    return new ArrayList<>(names);
  }
}
