package io.boto4j.benchmarks.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bounds the size of the runtime jars, with all of AWS in them. */
final class JarSizeGuardTest {
  private static final long MOST = 6_000_000;

  @Test
  void runtimeJars_withAllServices_stayUnderSixMegabytes() throws IOException {
    List<String> jars = ChildJvm.boto4j();
    // "mvn test" creates no jars; "mvn verify" does.
    assumeThat(jars).allMatch(jar -> jar.endsWith(".jar"));

    long sum = 0;
    for (String jar : jars) {
      sum += Files.size(Path.of(jar));
    }

    assertThat(jars).hasSize(3);
    assertThat(sum).isBetween(1_000_000L, MOST);
  }
}
