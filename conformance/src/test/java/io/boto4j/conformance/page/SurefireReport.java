package io.boto4j.conformance.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a class, as Surefire reports them. The name of a case is {@code suite / …}, followed
 * by {@code — known difference: reason} if it has one, and a case that is left out is aborted with
 * the message {@code left out: reason}.
 *
 * @param cases the tests, in the order of the report
 */
record SurefireReport(List<Case> cases) {
  private static final String LEFT_OUT = "left out: ";
  private static final String KNOWN = " — known difference: ";
  private static final String PARTS = " / ";
  private static final String FACTORY = "() ";

  /** The outcome of a test. */
  enum Outcome {
    PASSED,
    SKIPPED,
    FAILED
  }

  /**
   * A test.
   *
   * @param method the method, which is a factory if there is a name
   * @param name the name that a factory gave the test; empty if there was none
   * @param message the message with which the test was skipped
   */
  record Case(String method, String name, Outcome outcome, String message) {
    /** Returns the reason for which the case is left out; null if it is not. */
    @Nullable String leftOut() {
      return outcome == Outcome.SKIPPED && message.startsWith(LEFT_OUT)
          ? message.substring(LEFT_OUT.length())
          : null;
    }

    /** Returns the reason of the known difference; null if there is none. */
    @Nullable String known() {
      int dash = name.lastIndexOf(KNOWN);
      return dash < 0 ? null : name.substring(dash + KNOWN.length());
    }

    /** Returns the name without the reason. */
    String place() {
      int dash = name.lastIndexOf(KNOWN);
      return dash < 0 ? name : name.substring(0, dash);
    }

    /** Returns whether the test is a case of a suite, and not one about the suite. */
    boolean isCase() {
      return name.isEmpty() || name.contains(PARTS);
    }
  }

  /** Returns the report of a class in a module's folder. */
  static Path file(Path module, String type) {
    return module.resolve(Path.of("target", "surefire-reports", "TEST-" + type + ".xml"));
  }

  static SurefireReport read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (XMLStreamException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  static SurefireReport read(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    List<Case> cases = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "testcase" -> cases.add(named(Objects.requireNonNull(value(xml, "name"))));
          case "failure", "error" -> end(cases, Outcome.FAILED, "");
          case "skipped" -> end(cases, Outcome.SKIPPED, message(xml));
          default -> {
            // Properties and output.
          }
        }
      }
    }
    return new SurefireReport(cases);
  }

  private static @Nullable String value(XMLStreamReader xml, String attribute) {
    return xml.getAttributeValue(null, attribute);
  }

  /** Returns the message of an exception, which is only in its stack trace if it was thrown. */
  private static String message(XMLStreamReader xml) throws XMLStreamException {
    String message = value(xml, "message");
    if (message != null) {
      return message;
    }
    String first = xml.getElementText().lines().findFirst().orElse("");
    int type = first.indexOf(": ");
    return type < 0 ? first : first.substring(type + 2);
  }

  private static Case named(String reported) {
    int parts = reported.indexOf(PARTS);
    int factory = reported.indexOf(FACTORY);
    if (factory < 0 || (parts >= 0 && parts < factory)) {
      // The method of a case that has a file as its source is not reported.
      return parts < 0
          ? new Case(reported, "", Outcome.PASSED, "")
          : new Case("", reported, Outcome.PASSED, "");
    }
    // The names of containers are before that of the method.
    String method = reported.substring(reported.lastIndexOf(' ', factory) + 1, factory);
    return new Case(method, reported.substring(factory + FACTORY.length()), Outcome.PASSED, "");
  }

  private static void end(List<Case> cases, Outcome outcome, String message) {
    Case last = cases.remove(cases.size() - 1);
    cases.add(new Case(last.method, last.name, outcome, message));
  }

  /** Returns the reason for which the report cannot be used; null if it can. */
  @Nullable String unusable() {
    if (cases.isEmpty()) {
      return "not run";
    }
    for (Case each : cases) {
      if (each.outcome == Outcome.FAILED) {
        return "failed";
      }
      if (each.outcome == Outcome.SKIPPED && each.leftOut() == null) {
        return "incomplete, " + each.message;
      }
    }
    return null;
  }

  /** Counts the cases. */
  SuiteRecord record(Suite suite) {
    SuiteRecord record = new SuiteRecord(suite.id());
    List<List<String>> rows = new ArrayList<>();
    for (Case each : cases) {
      if (each.isCase() && !(each.name().isEmpty() && suite.grouping().isOfNames())) {
        count(record, suite.grouping().group(each), each);
        rows.add(words(each.method));
      }
    }
    if (!suite.columns().isEmpty()) {
      // The order of methods is not that of the source.
      rows.stream().sorted(Comparator.comparing(List::toString)).forEach(record::row);
    }
    return record;
  }

  /** Returns the name of a method, {@code subject_conditionOrOutcome}, in words. */
  private static List<String> words(String method) {
    String[] parts = method.split("_", 2);
    List<String> cells = new ArrayList<>();
    for (String part : parts) {
      StringBuilder text = new StringBuilder();
      for (String word : part.replace("_", ", ").split("(?<=[a-z0-9])(?=[A-Z])", -1)) {
        boolean acronym = word.length() > 1 && Character.isUpperCase(word.charAt(1));
        text.append(text.length() == 0 ? "" : " ");
        text.append(acronym ? word : word.toLowerCase(Locale.ROOT));
      }
      cells.add(text.toString());
    }
    return cells;
  }

  private static void count(SuiteRecord record, String group, Case each) {
    String leftOut = each.leftOut();
    String known = each.known();
    if (leftOut != null) {
      record.leftOut(group);
      record.leftOutReason(leftOut, group);
    } else if (known != null) {
      record.known(group);
      record.knownReason(known, group);
    } else {
      record.passed(group);
    }
  }
}
