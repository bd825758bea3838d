package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeneratorTest {
  @TempDir private Path folder;

  /**
   * The expected file, which {@code -Dboto4j.write=true} writes, was read by a person; a change of
   * it must be, too.
   */
  @Test
  void sources_ofASmallService_areAsExpected() throws IOException {
    Map<String, String> sources =
        new Generator(Shelf.in(folder, Shelf.MODEL)).generate(Shelf.choice("PutBook", "ListBooks"));
    StringBuilder all = new StringBuilder();
    sources.forEach(
        (type, text) -> all.append("==== ").append(type).append(".java\n").append(text));
    if (Boolean.getBoolean("boto4j.write")) {
      Files.writeString(
          Path.of("src/test/resources/io/boto4j/typed/generate/shelf.txt"), all.toString());
    }
    assertThat(all.toString()).isEqualTo(expected());
  }

  private static String expected() throws IOException {
    try (InputStream in = GeneratorTest.class.getResourceAsStream("shelf.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void sources_ofASmallService_compileWithoutWarnings() throws IOException {
    Map<String, String> sources =
        new Generator(Shelf.in(folder, Shelf.MODEL)).generate(Shelf.choice());
    Compilation compilation = Compilation.of("com.acme.shelf", sources);
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.size()).isGreaterThanOrEqualTo(sources.size());
  }

  @Test
  void types_thatTheOperationsDoNotUse_areNotGenerated() throws IOException {
    Generator generator = new Generator(Shelf.in(folder, Shelf.MODEL));
    assertThat(generator.generate(Shelf.choice("Dust")))
        .containsOnlyKeys("Shelf", "ShelfCalls", "DustResponse");
    assertThat(generator.generate(Shelf.choice("ListBooks")))
        .containsOnlyKeys(
            "Shelf",
            "ShelfCalls",
            "ShelfValues",
            "ListBooksRequest",
            "ListBooksResponse",
            "Book",
            "Genre");
  }

  @Test
  void lines_areAtMost100Columns_andAscii() {
    Map<String, String> sources =
        new Generator(ModelLoader.builtIn())
            .generate(
                new Choice(
                    "rds", List.of("DescribeDBInstances", "StartDBInstance"), false, "", "a.b"));
    for (String source : sources.values()) {
      assertThat(source.lines()).allMatch(line -> line.length() <= 100 || isOneWord(line));
      assertThat(source).matches("\\p{ASCII}*");
      assertThat(source).doesNotContain("->").doesNotContain("::");
    }
  }

  /** Whether a line is a comment that cannot be broken, such as a long URL. */
  private static boolean isOneWord(String line) {
    String text = line.strip();
    return text.startsWith("* ") && text.indexOf(' ', 2) < 0;
  }

  @Test
  void choices_thatTheModelLacks_areReportedWithNearNames() throws IOException {
    Generator generator = new Generator(Shelf.in(folder, Shelf.MODEL));
    assertThatThrownBy(() -> generator.generate(Shelf.choice("PutBook", "ListBook")))
        .isInstanceOfSatisfying(
            ChoiceException.class,
            e -> {
              assertThat(e.part()).isEqualTo(Choice.Part.OPERATIONS);
              assertThat(e.index()).isEqualTo(1);
            })
        .hasMessage("Unknown operation of shelf: 'ListBook'. Did you mean ListBooks?");
    assertThatThrownBy(
            () -> generator.generate(new Choice("shelv", List.of("A"), false, "", "a.b")))
        .hasMessageStartingWith("Unknown service: 'shelv'. Did you mean shelf");
    assertThatThrownBy(
            () -> generator.generate(new Choice("shelf", List.of("A"), false, "2025-01-01", "a.b")))
        .hasMessage("Unknown API version of shelf: '2025-01-01'. There are: 2026-01-01.");
    assertThatThrownBy(() -> generator.generate(new Choice("shelf", List.of(), false, "", "a.b")))
        .hasMessage("No operation of shelf is named.");
    assertThatThrownBy(() -> generator.generate(new Choice("shelf", List.of(), true, "", "a.new")))
        .hasMessage("Not the name of a package: a.new");
  }

  @Test
  void models_thatAreMissing_areReportedWithTheArtifact() {
    ModelLoader none = ModelLoader.of(List.of(), new ClassLoader(null) {});
    assertThatThrownBy(
            () -> new Generator(none).generate(new Choice("rds", List.of("A"), false, "", "a.b")))
        .hasMessage(
            "There are no models. Add the artifact io.boto4j:boto4j-models, or a folder of models.");
  }

  @Test
  void names_doNotDependOnTheOtherOperations() throws IOException {
    Generator generator = new Generator(Shelf.in(folder, Shelf.MODEL));
    Map<String, String> all = generator.generate(Shelf.choice());
    Map<String, String> one = generator.generate(Shelf.choice("PutBook"));
    assertThat(all.keySet()).containsAll(one.keySet());
  }
}
