package io.boto4j.reference.example;

import io.boto4j.reference.text.Grammar;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words in the name of an operation: a verb and what it is done to. */
final class Nouns {
  private static final Pattern FIRST_WORD = Pattern.compile("^[A-Z]?[a-z0-9]+");

  private static final Set<String> READING =
      Set.of(
          "list",
          "describe",
          "get",
          "search",
          "query",
          "scan",
          "select",
          "batch",
          "lookup",
          "find",
          "preview",
          "detect",
          "retrieve",
          "view",
          "discover",
          "filter");

  /** Words that a variable cannot be named: of Java, Kotlin and Python, and of the programs. */
  private static final Set<String> TAKEN =
      Set.of(
          "fun",
          "val",
          "when",
          "is",
          "in",
          "object",
          "typealias",
          "as",
          "and",
          "or",
          "not",
          "from",
          "del",
          "elif",
          "except",
          "global",
          "lambda",
          "nonlocal",
          "pass",
          "raise",
          "with",
          "def",
          "async",
          "await",
          "print",
          "args",
          "response",
          "client",
          "page",
          "paginator",
          "body",
          "events",
          "event",
          "list",
          "map",
          "set",
          "dict",
          "str",
          "type",
          "id",
          "input",
          "file",
          "none",
          "true",
          "false",
          "var",
          "record",
          "yield",
          "sealed",
          "permits",
          "import");

  /** The most characters of the name of a variable. */
  private static final int LONGEST = 24;

  private final String verb;
  private final String noun;

  Nouns(String operation) {
    var first = FIRST_WORD.matcher(operation);
    int end = first.find() ? first.end() : 0;
    this.verb = operation.substring(0, end).toLowerCase(Locale.ROOT);
    this.noun = operation.substring(end);
  }

  /** Returns what the operation is about, in the singular: {@code Table} of CreateTable. */
  String noun() {
    return singular(noun);
  }

  /** Whether the operation only reads. */
  boolean reads() {
    return READING.contains(verb);
  }

  /** Whether the operation changes something that exists. */
  boolean changes() {
    return verb.equals("update") || verb.equals("modify");
  }

  /** Whether the name of a member begins with what the operation is about. */
  boolean isOf(String name) {
    String about = noun().toLowerCase(Locale.ROOT);
    return about.length() > 1 && name.toLowerCase(Locale.ROOT).startsWith(about);
  }

  /** Whether the name of a member contains what the operation is about. */
  boolean isAbout(String name) {
    String about = noun().toLowerCase(Locale.ROOT);
    return about.length() > 1 && name.toLowerCase(Locale.ROOT).contains(about);
  }

  static String singular(String name) {
    if (name.endsWith("ies") && name.length() > 4) {
      return name.substring(0, name.length() - 3) + "y";
    } else if (name.matches(".*(ss|tus|x|ch|sh)es")) {
      return name.substring(0, name.length() - 2);
    } else if (name.endsWith("s") && !name.matches(".*(ss|us|is|ias|aws)") && name.length() > 2) {
      return name.substring(0, name.length() - 1);
    }
    return name;
  }

  /** Returns the name of a variable for an element of a list. */
  static String element(String list) {
    String name = list.replaceFirst("(?i)list$", "");
    name = singular(name.isEmpty() ? list : name).replaceFirst("(?<=[a-z])(Summary|Entry)$", "");
    return name.length() > LONGEST ? "item" : variable(name);
  }

  /** Returns a name in camel case that is free in all languages. */
  static String variable(String name) {
    StringBuilder variable = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        upper = variable.length() > 0;
      } else {
        variable.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    String camel = uncapitalized(variable.toString());
    boolean isFree =
        !camel.isEmpty()
            && Character.isLetter(camel.charAt(0))
            && !Grammar.JAVA.isKeyword(camel)
            && !TAKEN.contains(camel.toLowerCase(Locale.ROOT));
    return isFree ? camel : "item";
  }

  /** Makes the first word lower case: {@code dbInstance} of DBInstance. */
  private static String uncapitalized(String name) {
    int upper = 0;
    while (upper < name.length() && Character.isUpperCase(name.charAt(upper))) {
      upper++;
    }
    int lower = upper > 1 && upper < name.length() ? upper - 1 : upper;
    return name.substring(0, lower).toLowerCase(Locale.ROOT) + name.substring(lower);
  }
}
