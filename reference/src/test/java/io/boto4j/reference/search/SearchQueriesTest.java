package io.boto4j.reference.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.browser.Browser;
import io.boto4j.browser.BrowserExtension;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.site.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What queries find in the index of all services: the modules of the script without the dialog. */
@ExtendWith(BrowserExtension.class)
final class SearchQueriesTest {
  /** What a page loads before the first result, all in all. */
  private static final long MOST_BYTES = 200 * 1024;

  private static final String RUN =
      """
      const [root, queries, fresh] = arguments;
      const done = arguments[arguments.length - 1];
      (async () => {
        const { Engine } = await import(root + 'assets/search/engine.js');
        const { Files } = await import(root + 'assets/search/files.js');
        let bytes = 0;
        const load = async (path) => {
          const response = await fetch(root + 'search/' + path);
          const body = new Uint8Array(await response.arrayBuffer());
          bytes += body.length;
          return body;
        };
        let engine = new Engine(new Files(load));
        const answers = [];
        for (const query of queries) {
          if (fresh) {
            bytes = 0;
            engine = new Engine(new Files(load));
          }
          const groups = await engine.search(query);
          const found = groups.flatMap((group) => group.results)
            .map((result) => result.title + ' | ' + (result.service?.name ?? result.detail));
          answers.push([bytes, found, groups.flatMap((group) => group.results).map((result) => result.path)]);
        }
        return answers;
      })().then(done, (error) => done(String(error.stack ?? error)));
      """;

  private static SearchServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new SearchServer(SearchFiles.builtIn(List::of));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void queries_findWhatIsMeant_andLoadLittle(Browser browser) throws IOException {
    List<String[]> cases = cases();
    List<Answer> answers = run(browser, cases.stream().map(line -> line[0]).toList(), true);
    long scripts = scripts();
    List<String> faults = new ArrayList<>();
    long most = 0;
    for (int i = 0; i < cases.size(); i++) {
      String[] line = cases.get(i);
      Answer answer = answers.get(i);
      int place = answer.found().indexOf(line[1] + " | " + line[2]);
      if (place < 0 || place >= Integer.parseInt(line[3])) {
        faults.add(String.join(" | ", line) + ": place " + (place + 1) + " of " + answer.found());
      }
      most = Math.max(most, scripts + answer.bytes());
    }
    assertThat(faults).isEmpty();
    assertThat(cases).hasSizeGreaterThan(60);
    assertThat(most).as("bytes of scripts and index").isLessThan(MOST_BYTES);
  }

  @Test
  void results_leadToPagesAndAnchorsThatExist(Browser browser) throws IOException {
    List<String> queries = cases().stream().map(line -> line[0]).toList();
    Set<String> paths = new TreeSet<>();
    for (Answer answer : run(browser, queries, false)) {
      answer.paths().stream().filter(path -> !path.contains("services/ec2/")).forEach(paths::add);
    }
    Site site = Site.of(ModelLoader.builtIn());
    List<String> broken = new ArrayList<>();
    for (String path : paths) {
      String[] parts = path.split("#", 2);
      String page =
          site.page(parts[0])
              .map(found -> new String(found.bytes(), StandardCharsets.UTF_8))
              .orElse("");
      String anchor = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      if (page.isEmpty() || (!anchor.isEmpty() && !page.contains("id=\"" + anchor + "\""))) {
        broken.add(path);
      }
    }
    assertThat(paths).hasSizeGreaterThan(300);
    assertThat(broken).isEmpty();
  }

  @Test
  void operation_ofEveryService_isFoundByNameAndService(Browser browser) {
    List<String> queries = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    ModelLoader loader = ModelLoader.builtIn();
    for (String service : loader.services()) {
      List<String> operations = model(loader, service).operationNames();
      String operation = operations.get(operations.size() / 2);
      queries.add(service + " " + operation);
      expected.add(operation + " | " + service);
    }
    assertFound(browser, queries, expected, 3);
  }

  @Test
  void names_ofOperationsMembersErrorsAndValues_areFoundAlone(Browser browser) {
    Set<String> names = new TreeSet<>();
    ModelLoader loader = ModelLoader.builtIn();
    for (String service : List.of("s3", "dynamodb", "rds", "sqs", "sesv2", "wisdom", "omics")) {
      ServiceModel model = model(loader, service);
      names.addAll(model.operationNames());
      for (String shape : model.shapeNames()) {
        if (model.findShape(shape) instanceof StructureShape structure) {
          names.addAll(structure.memberNames());
          if (structure.isError()) {
            names.add(shape);
          }
        } else if (model.findShape(shape).traits().get("enum") instanceof List<?> values) {
          values.forEach(value -> names.add(String.valueOf(value)));
        }
      }
    }
    names.removeIf(name -> Words.of(name).words().isEmpty() || name.length() > 100);
    names.removeIf(name -> name.length() < 2 || name.hashCode() % 16 != 0);
    List<Answer> answers = run(browser, List.copyOf(names), false);
    List<String> missing = new ArrayList<>();
    int i = 0;
    for (String name : names) {
      if (answers.get(i++).found().stream().noneMatch(found -> found.startsWith(name + " | "))) {
        missing.add(name);
      }
    }
    // A name in very many spellings may be below the names that are shown.
    assertThat(missing).as("of " + names.size()).hasSizeLessThan(names.size() / 100);
  }

  private static void assertFound(
      Browser browser, List<String> queries, List<String> expected, int within) {
    List<Answer> answers = run(browser, queries, false);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      List<String> found = answers.get(i).found();
      int place = found.indexOf(expected.get(i));
      if (place < 0 || place >= within) {
        faults.add(queries.get(i) + ": " + found);
      }
    }
    assertThat(faults).isEmpty();
  }

  /** What a query has found, and the bytes of the index that it has loaded. */
  private record Answer(long bytes, List<String> found, List<String> paths) {}

  private static List<Answer> run(Browser browser, List<String> queries, boolean fresh) {
    browser.open(server.page());
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
    Object answered =
        browser.driver().executeAsyncScript(RUN, server.root().toString(), queries, fresh);
    assertThat(answered).isInstanceOf(List.class);
    List<Answer> answers = new ArrayList<>();
    for (Object answer : (List<?>) answered) {
      List<?> parts = (List<?>) answer;
      answers.add(
          new Answer(
              ((Number) parts.get(0)).longValue(), texts(parts.get(1)), texts(parts.get(2))));
    }
    return answers;
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }

  private static ServiceModel model(ModelLoader loader, String service) {
    ServiceModel model = loader.find(service);
    assertThat(model).isNotNull();
    return model;
  }

  private static long scripts() throws IOException {
    long bytes = 0;
    for (String path : SearchFiles.builtIn(List::of).paths().toList()) {
      if (path.endsWith(".js")) {
        bytes += SearchFiles.builtIn(List::of).page(path).orElseThrow().bytes().length;
      }
    }
    try (InputStream in = resource("/io/boto4j/reference/assets/search.js")) {
      return bytes + in.readAllBytes().length;
    }
  }

  private static List<String[]> cases() throws IOException {
    List<String[]> cases = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(resource("queries.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          cases.add(line.split(" *\\| *", -1));
        }
      }
    }
    return cases;
  }

  private static InputStream resource(String name) {
    InputStream in = SearchQueriesTest.class.getResourceAsStream(name);
    assertThat(in).as(name).isNotNull();
    return in;
  }
}
