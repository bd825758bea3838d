package io.boto4j.benchmarks.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.benchmarks.coldstart.CannedServer;
import io.boto4j.benchmarks.contestants.Boto4jGetItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bounds the classes that a fresh process loads for its first GetItem. */
final class ColdStartGuardTest {
  /**
   * DynamoDB's model of August 2026 parses an endpoint URL that is set, which loads a class more.
   */
  private static final int OWN_CLASSES = 136;

  /** The JDK's own part differs from version to version. */
  private static final int ALL_CLASSES = Runtime.version().feature() < 21 ? 1_050 : 1_230;

  private static final List<String> SLOW =
      List.of(
          "java.time.format.",
          "java.util.regex.",
          "java.util.Formatter",
          "javax.crypto.",
          "java.net.http.",
          "sun.security.ssl.");

  private static final List<String> CLASSES = new ArrayList<>();

  @BeforeAll
  static void run(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("classes.log");
    String printed =
        ChildJvm.run(
            folder,
            List.of("-Xlog:class+load:file=" + log),
            Boto4jGetItem.class,
            CannedServer.http().url());
    assertThat(printed).isEqualTo(CannedServer.EMAIL);
    for (String line : Files.readAllLines(log)) {
      int source = line.indexOf(" source:");
      if (source > 0) {
        CLASSES.add(line.substring(line.indexOf(']', line.indexOf("[class")) + 1, source).strip());
      }
    }
  }

  @Test
  void firstGetItem_loadsFewClassesOfOurs() {
    assertThat(
            CLASSES.stream().filter(c -> c.startsWith("io.boto4j.") && !c.contains("benchmarks")))
        .hasSizeBetween(50, OWN_CLASSES);
  }

  @Test
  void firstGetItem_loadsFewClassesInAll() {
    assertThat(CLASSES).hasSizeBetween(500, ALL_CLASSES);
  }

  @Test
  void firstGetItem_loadsNoClassOfInterceptors() {
    assertThat(CLASSES)
        .isNotEmpty()
        .noneMatch(each -> each.startsWith("io.boto4j.Interceptor"))
        .doesNotContain("io.boto4j.CallContext", "io.boto4j.internal.hook.CallHooks");
  }

  /**
   * Packages that each cost a cold process tens of milliseconds, and are not needed for a GetItem.
   */
  @Test
  void firstGetItem_loadsNothingThatIsSlowToLoad() {
    List<String> slow = new ArrayList<>();
    for (String each : CLASSES) {
      for (String start : SLOW) {
        if (each.startsWith(start) && !each.endsWith("PatternSyntaxException")) {
          slow.add(each);
        }
      }
      if (each.startsWith("io.boto4j.") && each.contains("$$Lambda")) {
        slow.add(each);
      }
    }

    assertThat(slow).isEmpty();
  }
}
