package io.boto4j.conformance.page;

import io.boto4j.Json;
import io.boto4j.conformance.page.SurefireReport.Case;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A suite on the page, described by an entry of {@code suites.json}.
 *
 * @param id the name of its result
 * @param chapter the chapter of the page
 * @param title the title of its section
 * @param by its authors and its licence
 * @param versions the artifacts whose versions are shown
 * @param module the folder of its test class
 * @param type the name of its test class
 * @param options the options of Maven that it needs
 * @param sizes the properties with which a run is not the one that is recorded
 * @param source whether its result is the report of its class or a record
 * @param grouping how the cases of a report are grouped
 * @param groups what its groups are; empty if they are not shown
 * @param counts the counts that are shown besides those of the cases
 * @param columns the titles of its rows of text; those of a report are its methods
 * @param text what is tested, in Markdown
 */
record Suite(
    String id,
    String chapter,
    String title,
    String by,
    List<String> versions,
    String module,
    String type,
    List<String> options,
    List<String> sizes,
    Source source,
    Grouping grouping,
    String groups,
    List<String> counts,
    List<String> columns,
    String text) {
  /** The name of the only group. */
  static final String ALL = "all";

  private static final String FILE = "suites.json";

  /** The origin of a result. */
  enum Source {
    /** Surefire's report of the test class. */
    REPORT,
    /** A record of the test class. */
    RECORD
  }

  /** The group of a case in a report. */
  enum Grouping {
    /** The only one. */
    ALL,
    /** The first part of the name. */
    FIRST,
    /** The second part of the name. */
    SECOND,
    /** The method. */
    METHOD;

    /** Returns whether a test without a name is not a case. */
    boolean isOfNames() {
      return this == FIRST || this == SECOND;
    }

    String group(Case each) {
      return switch (this) {
        case ALL -> Suite.ALL;
        case FIRST -> each.place().split(" / ", 2)[0];
        case SECOND -> each.place().split(" / ", 3)[1];
        case METHOD -> each.method();
      };
    }
  }

  /** Reads the suites, in the order of the page. */
  static List<Suite> all() throws IOException {
    try (InputStream in = Suite.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /**
   * Parses the content of the file.
   *
   * @throws IllegalArgumentException if a member is missing, unknown or of the wrong type
   */
  static List<Suite> parse(String text) {
    List<Suite> suites = new ArrayList<>();
    for (Object each : Json.read(text, List.class)) {
      Map<?, ?> members = (Map<?, ?>) each;
      try {
        suites.add(suite(members));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            FILE + ": " + members.get("id") + ": " + e.getMessage(), e);
      }
    }
    return suites;
  }

  private static Suite suite(Map<?, ?> members) {
    List<String> names =
        List.of(
            "id",
            "chapter",
            "title",
            "by",
            "versions",
            "module",
            "type",
            "options",
            "sizes",
            "source",
            "grouping",
            "groups",
            "counts",
            "columns",
            "text");
    for (Object name : members.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("unknown member " + name);
      }
    }
    String source = string(members, "source");
    return new Suite(
        string(members, "id"),
        string(members, "chapter"),
        string(members, "title"),
        string(members, "by"),
        strings(members, "versions"),
        string(members, "module"),
        string(members, "type"),
        strings(members, "options"),
        strings(members, "sizes"),
        Source.valueOf(source),
        members.containsKey("grouping")
            ? Grouping.valueOf(string(members, "grouping"))
            : Grouping.ALL,
        members.containsKey("groups") ? string(members, "groups") : "",
        strings(members, "counts"),
        strings(members, "columns"),
        String.join("\n", strings(members, "text")));
  }

  private static String string(Map<?, ?> members, String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no text " + name);
  }

  private static List<String> strings(Map<?, ?> members, String name) {
    if (members.get(name) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    if (members.containsKey(name)) {
      throw new IllegalArgumentException("no list " + name);
    }
    return List.of();
  }

  /** Returns the simple name of the test class. */
  String test() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Returns the command that runs the suite, and compares its result with the page. */
  String command() {
    StringBuilder command = new StringBuilder("mvn -q verify -pl conformance -am -Dtest=");
    command.append(test());
    options.forEach(each -> command.append(' ').append(each));
    return command.append(" -Dsurefire.failIfNoSpecifiedTests=false").toString();
  }

  /** Returns whether it is part of every build. */
  boolean isOfEveryBuild() {
    return options.isEmpty();
  }
}
