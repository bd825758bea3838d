package io.boto4j.reference.browser;

import io.boto4j.browser.Browser;
import io.boto4j.browser.BrowserExtension;
import io.boto4j.model.ModelLoader;
import io.boto4j.reference.view.Links;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The command {@code benchmarks/reference.sh}: times the reference in fresh processes, as a reader
 * sees it in a browser. Each round starts the jar, and opens pages that it has not made before.
 */
final class SiteTimes {
  private static final String QUERY = "describe instnaces";

  private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  private final Path jar;
  private final Browser browser;
  private final Map<String, List<Double>> times = new LinkedHashMap<>();

  private SiteTimes(Path jar, Browser browser) {
    this.jar = jar;
    this.browser = browser;
  }

  /**
   * Measures and prints.
   *
   * @param args the number of rounds, and the jar
   */
  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[0]);
    try (Browser browser = BrowserExtension.start()) {
      SiteTimes times = new SiteTimes(Path.of(args[1]), browser);
      String largest = times.largestOfEc2();
      for (int round = 0; round < rounds; round++) {
        times.round(largest);
      }
      times.print(rounds);
    }
  }

  /** Finds the operation of EC2 with the longest page. */
  private String largestOfEc2() throws IOException {
    String largest = "";
    int longest = 0;
    try (Served served = new Served()) {
      for (String operation : ModelLoader.builtIn().find("ec2").operationNames()) {
        String path = Links.operation("ec2", operation);
        try (InputStream page = served.url.resolve(path).toURL().openStream()) {
          int length = page.readAllBytes().length;
          if (length > longest) {
            longest = length;
            largest = operation;
          }
        }
      }
    }
    System.out.printf(
        Locale.ROOT, "The largest page of EC2: %s, %.0f KB%n", largest, longest / 1e3);
    return largest;
  }

  private void round(String largest) throws IOException {
    long start = System.nanoTime();
    try (Served served = new Served()) {
      add("start of the process to its address", (System.nanoTime() - start) / 1e6);
      try (InputStream page = served.url.toURL().openStream()) {
        page.readAllBytes();
      }
      add("start of the process to the whole first page", (System.nanoTime() - start) / 1e6);
      load(served, "first page in the browser", Links.HOME);
      load(served, "services/dynamodb", Links.service("dynamodb"));
      load(served, "dynamodb PutItem", Links.operation("dynamodb", "PutItem"));
      load(served, "services/ec2, with its operations", Links.service("ec2"));
      load(served, "ec2 " + largest, Links.operation("ec2", largest));
      search(served);
    }
  }

  private void load(Served served, String name, String path) {
    browser.open(served.url.resolve(path));
    Object end =
        browser.until(
            "the end of loading",
            () ->
                browser.evaluate(
                    "performance.getEntriesByType('navigation')[0].loadEventEnd || null"));
    add(name, ((Number) end).doubleValue());
  }

  /** Types a query as a person with misspellings does, and measures inside the page. */
  private void search(Served served) {
    browser.open(served.url.resolve(Links.HOME));
    browser.driver().switchTo().activeElement().sendKeys("/");
    browser.until(
        "the field",
        () -> "INPUT".equals(browser.evaluate("document.activeElement.tagName")) ? true : null);
    Object took =
        browser
            .driver()
            .executeAsyncScript(
                """
                const [query, done] = arguments;
                const field = document.activeElement;
                const start = performance.now();
                const look = () => {
                  if (document.querySelector('[role=option]')) done(performance.now() - start);
                  else requestAnimationFrame(look);
                };
                field.value = query;
                field.dispatchEvent(new Event('input', {bubbles: true}));
                look();
                """,
                QUERY);
    add("search: first results of \"" + QUERY + "\"", ((Number) took).doubleValue());
    Object bytes =
        browser.evaluate(
            "performance.getEntriesByType('resource')"
                + ".filter(e => /search/.test(e.name))"
                + ".reduce((sum, e) => sum + e.decodedBodySize, 0) / 1000");
    add("search: kilobytes loaded for it, scripts included", ((Number) bytes).doubleValue());
  }

  private void add(String name, double value) {
    times.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
  }

  private void print(int rounds) {
    System.out.printf("Java %s, medians of %d processes%n", Runtime.version(), rounds);
    times.forEach(
        (name, values) -> {
          values.sort(null);
          System.out.printf(
              Locale.ROOT,
              "%8.0f %-3s %s%n",
              values.get(values.size() / 2),
              name.contains("kilobytes") ? "KB" : "ms",
              name);
        });
  }

  /** A process that serves the reference. */
  private final class Served implements AutoCloseable {
    private final Process process;
    private final URI url;

    Served() throws IOException {
      process =
          new ProcessBuilder(java.toString(), "-jar", jar.toString(), "--port", "0")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      if (line == null) {
        throw new IOException(jar + " ended at once");
      }
      url = URI.create(line.substring(line.indexOf("http")).strip());
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }
}
