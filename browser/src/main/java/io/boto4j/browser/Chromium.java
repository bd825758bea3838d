package io.boto4j.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs of a browser on this machine.
 *
 * @param browser the browser
 * @param driver the driver, through which Selenium controls it
 */
record Chromium(Path browser, Path driver) {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final List<String> DRIVERS = List.of("chromedriver");

  /** Why browser tests do not run, for people. */
  static final String MISSING =
      "Browser tests are skipped: the search path has no chromium with a chromedriver."
          + " On Debian: apt-get install chromium chromium-driver";

  /**
   * Finds the programs in the folders of a search path.
   *
   * @param searchPath the value of {@code PATH}
   * @return the programs, or null unless both exist
   */
  static @Nullable Chromium find(String searchPath) {
    Path browser = first(searchPath, BROWSERS);
    Path driver = first(searchPath, DRIVERS);
    return browser == null || driver == null ? null : new Chromium(browser, driver);
  }

  private static @Nullable Path first(String searchPath, List<String> names) {
    for (String name : names) {
      for (String folder : searchPath.split(File.pathSeparator, -1)) {
        Path program = Path.of(folder, name);
        if (!folder.isEmpty() && Files.isExecutable(program)) {
          return program;
        }
      }
    }
    return null;
  }
}
