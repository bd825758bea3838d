package io.boto4j.benchmarks.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes that others need. */
final class JarClassesTest {
  private static final class Request {
    private final Object[] parts = new Part[1];
    private final long number = 5_000_000_000L;

    @Override
    public String toString() {
      return number + Client.name() + List.of(parts);
    }
  }

  private static final class Part {}

  private static final class Client {
    static String name() {
      return Shared.class.getName();
    }
  }

  private static final class Shared {}

  @TempDir private Path folder;
  private JarClasses classes;

  @BeforeEach
  void pack() throws IOException {
    Path jar = folder.resolve("some.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Class<?> each : List.of(Request.class, Part.class, Client.class, Shared.class)) {
        String name = name(each) + ".class";
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in =
            Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(name))) {
          in.transferTo(zip);
        }
      }
    }
    classes = new JarClasses(jar.toString(), "io/boto4j/benchmarks/typed/");
  }

  @Test
  void reachable_followsTheConstantsOfClasses() throws IOException {
    assertThat(reachable(Set.of()))
        .containsExactlyInAnyOrder(
            name(Request.class), name(Part.class), name(Client.class), name(Shared.class));
  }

  @Test
  void reachable_stop_isLeftOutWithWhatOnlyItNeeds() throws IOException {
    assertThat(reachable(Set.of(name(Client.class))))
        .containsExactlyInAnyOrder(name(Request.class), name(Part.class));
  }

  @Test
  void sum_hasTheSizesOfTheFiles() {
    JarClasses.Sum sum = classes.sum(List.of(name(Part.class), name(Shared.class)));

    assertThat(sum.classes()).isEqualTo(2);
    assertThat(sum.bytes()).isBetween(400L, 1_500L);
    assertThat(sum.packed()).isBetween(200L, sum.bytes());
    assertThat(classes.sum().classes()).isEqualTo(4);
  }

  private Collection<String> reachable(Set<String> stops) throws IOException {
    return classes.reachable(List.of(name(Request.class)), stops::contains);
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}
