package io.boto4j.benchmarks.plots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of the raw results that the benchmarks write: a header, and quotes around fields that
 * contain a comma.
 */
final class Csv {
  private Csv() {}

  /**
   * Parses the lines of a file.
   *
   * @param lines the lines, the header first
   * @return one map per row, from the names of the columns to the values
   * @throws IllegalArgumentException if a row has more or fewer fields than the header
   */
  static List<Map<String, String>> parse(List<String> lines) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> head = lines.isEmpty() ? List.of() : fields(lines.get(0));
    for (int i = 1; i < lines.size(); i++) {
      List<String> fields = fields(lines.get(i));
      if (fields.size() != head.size()) {
        throw new IllegalArgumentException(
            "Line " + (i + 1) + " has " + fields.size() + " fields, the header " + head.size());
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < fields.size(); column++) {
        row.put(head.get(column), fields.get(column));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
