package io.boto4j.reference.example;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A call as a command of the AWS CLI. */
final class CliCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,][A-Za-z0-9_./:@%+=,-]*");
  private static final String INDENT = "  ";

  private final Call call;
  private final JsonLiterals literals;
  private final boolean raw;

  private CliCommand(Call call) {
    this.call = call;
    this.raw = hasBytes(call.input());
    this.literals = new JsonLiterals(raw);
  }

  /** Returns the command, or null if the CLI does not have the operation. */
  static @Nullable String of(Call call) {
    String command = CliNames.command(call.service().name());
    if (command == null
        || call.operation().eventInput() != null
        || !CliNames.hasOperation(call.service().name(), call.operation().name())) {
      return null;
    }
    return new CliCommand(call).write(command);
  }

  private String write(String command) {
    List<String> words = new ArrayList<>();
    words.add("aws " + command + " " + CliNames.kebabCase(call.operation().name()));
    List<String> options = options();
    if (options == null) {
      StringBuilder json = new StringBuilder();
      literals.of(call.input()).print(json, INDENT.length(), 1);
      words.add("--cli-input-json " + quoted(json.toString()));
    } else {
      words.addAll(options);
    }
    if (raw) {
      words.add("--cli-binary-format raw-in-base64-out");
    }
    if (call.reading() instanceof Reading.Body
        || (command.equals("s3api") && call.reading() instanceof Reading.Events)) {
      // After a list of values, the name of the file would be one of them.
      words.add(endsInList() && !raw ? 1 : words.size(), "output.bin");
    }
    String line = String.join(" ", words);
    boolean fits = line.length() <= Layout.WIDTH && line.indexOf('\n') < 0;
    return fits ? line : String.join(" \\\n" + INDENT, words);
  }

  /** Whether a value has blobs that are texts: without an option, the CLI reads them as Base64. */
  private static boolean hasBytes(Value value) {
    if (value instanceof Value.Entries map) {
      return map.entries().values().stream().anyMatch(CliCommand::hasBytes);
    }
    return value instanceof Value.Bytes
        || (value instanceof Value.Items list
            && list.items().stream().anyMatch(CliCommand::hasBytes));
  }

  private boolean endsInList() {
    Value last = null;
    for (Value value : call.input().entries().values()) {
      last = value;
    }
    return last instanceof Value.Items;
  }

  /** Returns one option per member; null if the CLI has other options for one of them. */
  private @Nullable List<String> options() {
    List<String> options = new ArrayList<>();
    StructureShape input = call.operation().input();
    boolean isRun = call.operation().name().equals("RunInstances");
    for (Map.Entry<String, Value> entry : call.input().entries().entrySet()) {
      if (isRun && entry.getKey().equals("MaxCount")) {
        options.add("--count " + scalar(entry.getValue()));
        continue;
      } else if (isRun && entry.getKey().equals("MinCount")) {
        continue; // --count is both
      }
      Member member = input == null ? null : input.member(entry.getKey());
      String name =
          CliNames.argument(call.service().name(), call.operation().name(), entry.getKey());
      if (name == null) {
        name = otherName(entry.getKey(), entry.getValue());
      }
      if (member == null || name == null) {
        return null;
      }
      options.add(option(name, member, entry.getValue()));
    }
    return options;
  }

  /** Returns the option that the CLI has in place of a member; null if it has none. */
  private @Nullable String otherName(String member, Value value) {
    if (member.equals(limitKey())) {
      return "page-size";
    }
    // The CLI takes the bytes of a function in an option of their own.
    boolean isCode = call.service().name().equals("lambda") && member.equals("Code");
    boolean inS3 = value instanceof Value.Entries map && !map.entries().containsKey("ZipFile");
    return isCode && inS3 ? "code" : null;
  }

  private String limitKey() {
    return ModelParts.of(call.service()).paginators().get(call.operation().name())
            instanceof Map<?, ?> paging
        ? String.valueOf(paging.get("limit_key"))
        : "";
  }

  private String option(String name, Member member, Value value) {
    Shape shape = member.shape();
    if (value instanceof Value.Flag flag) {
      return "--" + (flag.flag() ? name : negative(member, name));
    }
    String option = "--" + name + " ";
    if (value instanceof Value.Items list
        && shape instanceof ListShape listShape
        && isScalar(listShape.element().shape())
        && !list.items().isEmpty()) {
      List<String> words = new ArrayList<>();
      for (Value item : list.items()) {
        words.add(scalar(item));
      }
      return option + String.join(" ", words);
    }
    if (value instanceof Value.Items || value instanceof Value.Entries || !isScalar(shape)) {
      StringBuilder json = new StringBuilder(" ".repeat(option.length() + 3));
      int before = json.length();
      literals.of(value).print(json, INDENT.length(), 3);
      return option + quoted(json.substring(before));
    }
    String scalar = scalar(value);
    return scalar.startsWith("-") || scalar.startsWith("'-")
        ? "--" + name + "=" + scalar
        : option + scalar;
  }

  private String negative(Member member, String name) {
    String service = call.service().name();
    return CliNames.negative(service, call.operation().name(), member.name(), name);
  }

  private static boolean isScalar(Shape shape) {
    return switch (shape.type()) {
      case STRUCTURE, LIST, MAP, DOCUMENT -> false;
      case STRING,
          INTEGER,
          LONG,
          FLOAT,
          DOUBLE,
          BIG_INTEGER,
          BIG_DECIMAL,
          BOOLEAN,
          TIMESTAMP,
          BLOB ->
          true;
    };
  }

  private static String scalar(Value value) {
    if (value instanceof Value.Text text) {
      return word(text.text());
    } else if (value instanceof Value.Numeral number) {
      return number.digits();
    } else if (value instanceof Value.Flag flag) {
      return String.valueOf(flag.flag());
    } else if (value instanceof Value.Time time) {
      return word(time.iso());
    } else if (value instanceof Value.File file) {
      return word((file.streaming() ? "" : "fileb://") + file.name());
    } else if (value instanceof Value.Bytes bytes) {
      return word(bytes.text());
    }
    return "''";
  }

  private static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  /** Quotes for a shell: nothing but the quote itself is special within single quotes. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
