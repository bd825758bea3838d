package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.internal.customization.Customizations;
import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of customizations, the page that documents them and botocore's list agree. */
final class CustomizationTableTest {
  private static final Path PAGE = Path.of("..", "docs", "customizations.md");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private final Map<String, Object> fixtures =
      Fixtures.map(Fixtures.read(CustomizationsTest.FIXTURES));

  @Test
  void page_servicesOfTheTable_areAllInIt() throws IOException {
    ModelLoader models = ModelLoader.builtIn();
    Set<String> inTable = new TreeSet<>();
    for (String service : models.services()) {
      String id = models.find(service).serviceId();
      if (Customizations.of(id) != null) {
        inTable.add(id);
      }
    }
    Set<String> onPage = new TreeSet<>();
    List<List<String>> listed = new ArrayList<>(rows("## Done for one service"));
    listed.addAll(rows("## Endpoints, signatures and retries of one service"));
    for (List<String> row : listed) {
      onPage.add(models.find(first(row.get(0))).serviceId());
    }

    assertThat(onPage).isEqualTo(inTable);
    assertThat(inTable).hasSizeGreaterThan(25);
  }

  @Test
  void page_handlersOfBotocore_areAllInIt() throws IOException {
    Set<String> told = new TreeSet<>();
    for (String section : List.of("## Done for one service", "## Done for all", "## Not done")) {
      for (List<String> row : rows(section)) {
        Matcher names = QUOTED.matcher(row.get(row.size() - 1));
        while (names.find()) {
          told.add(names.group(1));
        }
      }
    }

    assertThat(told).hasToString(new TreeSet<>((List<?>) fixtures.get("handlers")).toString());
  }

  @Test
  void page_everyRow_isHeldAgainstBotocore() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (List<String> row : rows("## Done for one service")) {
      rows.put(first(row.get(0)) + " " + first(row.get(3)), row.get(1));
    }

    Set<String> held = new TreeSet<>();
    for (String kind : List.of("requests", "answers", "refusals", "conflicts")) {
      for (Map<String, Object> each : Fixtures.maps(fixtures.get(kind))) {
        held.add(each.get("service") + " " + each.get("handler"));
        String operations = rows.get(each.get("service") + " " + each.get("handler"));
        if (operations != null && !operations.equals("all")) {
          held.add(each.get("service") + " " + each.get("operation"));
        }
      }
    }

    assertThat(rows).hasSizeGreaterThan(30);
    assertThat(held).containsAll(rows.keySet());
    rows.forEach(
        (row, operations) -> {
          String service = row.substring(0, row.indexOf(' '));
          for (String operation : operations.split("[,;] ", -1)) {
            assertThat(held.contains(service + " " + operation) || !isOperation(service, operation))
                .as("%s is tried: %s %s", row, service, operation)
                .isTrue();
          }
        });
  }

  private static boolean isOperation(String service, String name) {
    return Sessions.client(service, new Recorder()).operations().contains(name);
  }

  private static String first(String cell) {
    Matcher name = QUOTED.matcher(cell);
    assertThat(name.find()).as(cell).isTrue();
    return name.group(1);
  }

  /** The rows of the table after a heading, without its head. */
  private static List<List<String>> rows(String heading) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean within = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        within = line.startsWith(heading);
      } else if (within && line.startsWith("| ")) {
        rows.add(List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)));
      }
    }
    assertThat(rows).as(heading).hasSizeGreaterThan(1);
    return rows.subList(1, rows.size());
  }
}
