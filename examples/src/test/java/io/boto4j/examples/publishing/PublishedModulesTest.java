package io.boto4j.examples.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The poms, the bom and the lists of packages agree with the modules that are published. */
final class PublishedModulesTest {
  private static final String BOM = "boto4j-bom";

  /** An exported package, and the word {@code to} if certain modules alone see it. */
  private static final Pattern EXPORTS =
      Pattern.compile("^ *exports\\s+([\\w.]+)\\s*(to\\b)?", Pattern.MULTILINE);

  @Test
  void rootPom_ofARelease_hasWhatMavenCentralRequires() {
    Pom root = Pom.root();

    for (String element :
        List.of(
            "name",
            "description",
            "url",
            "inceptionYear",
            "organization",
            "licenses",
            "developers",
            "scm",
            "issueManagement")) {
      assertThat(root.text(element)).as(element).isNotEmpty();
    }
  }

  @Test
  void poms_ofPublishedModules_haveANameAndADescription() {
    assertThat(Pom.published()).hasSizeGreaterThanOrEqualTo(6);
    for (Pom pom : Pom.published()) {
      assertThat(pom.text("name")).as("name of %s", pom.folder()).startsWith("boto4j");
      assertThat(pom.text("description")).as("description of %s", pom.folder()).endsWith(".");
    }
  }

  @Test
  void bom_ofARelease_listsEveryPublishedArtifact() {
    List<String> expected = new ArrayList<>();
    for (Pom pom : Pom.published()) {
      if (!pom.artifactId().equals(BOM)) {
        expected.add(pom.artifactId());
      }
    }
    expected.add("boto4j-models:older");
    expected.add("boto4j-models:docs");

    List<String> listed =
        Pom.read(Pom.ROOT.resolve("bom")).elements("dependency").stream()
            .map(
                dependency -> {
                  String classifier = Pom.text(dependency, "classifier");
                  return Pom.text(dependency, "artifactId")
                      + (classifier.isEmpty() ? "" : ":" + classifier);
                })
            .toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void modules_thatArePublished_exportOnlyPackagesThatAreCompared() throws IOException {
    TreeSet<String> exported = new TreeSet<>();
    for (Pom pom : Pom.published()) {
      if (!pom.artifactId().equals(BOM)) {
        exported.addAll(exports(pom, false));
      }
    }

    List<String> compared = new ArrayList<>();
    Pom.elements(parameter(), "include").forEach(e -> compared.add(e.getTextContent()));
    assertThat(compared).containsExactlyElementsOf(exported);
    assertThat(exported).noneMatch(name -> name.contains("internal"));
  }

  @Test
  void javadoc_ofARelease_leavesOutEveryPackageForCertainModules() throws IOException {
    TreeSet<String> qualified = new TreeSet<>();
    for (Pom pom : Pom.published()) {
      if (!pom.artifactId().equals(BOM)) {
        qualified.addAll(exports(pom, true));
      }
    }

    List<String> excluded =
        List.of(Pom.root().elements("excludePackageNames").get(0).getTextContent().split(",", -1));
    assertThat(qualified)
        .isNotEmpty()
        .allMatch(
            name ->
                excluded.contains(name)
                    || excluded.stream()
                        .anyMatch(
                            pattern ->
                                pattern.endsWith(".*")
                                    && name.startsWith(
                                        pattern.substring(0, pattern.length() - 1))));
  }

  @Test
  void linksOfJavadoc_betweenArtifacts_knowEveryExportedPackage() throws IOException {
    for (String artifact : List.of("boto4j", "boto4j-model")) {
      Pom pom =
          Pom.published().stream()
              .filter(p -> p.artifactId().equals(artifact))
              .findFirst()
              .orElseThrow();
      List<String> expected = new ArrayList<>(List.of("module:" + descriptor(pom).name()));
      expected.addAll(exports(pom, false));

      Path list = Pom.ROOT.resolve("release").resolve("javadoc").resolve(artifact);
      assertThat(Files.readAllLines(list.resolve("element-list")))
          .as(artifact)
          .containsExactlyElementsOf(expected);
    }
  }

  private static Element parameter() {
    return (Element) Pom.root().elements("includeExclusively").get(0).getParentNode();
  }

  /** Reads sources: the integrations are not built before these tests if they alone are run. */
  private static Set<String> exports(Pom pom, boolean qualified) throws IOException {
    Path sources = pom.folder().resolve("src").resolve("main").resolve("java");
    if (!pom.elements("Automatic-Module-Name").isEmpty()) {
      return qualified ? Set.of() : packages(sources);
    }
    Set<String> names = new TreeSet<>();
    Matcher exports = EXPORTS.matcher(Files.readString(sources.resolve("module-info.java")));
    while (exports.find()) {
      if ((exports.group(2) != null) == qualified) {
        names.add(exports.group(1));
      }
    }
    return names;
  }

  /** The packages of a module without a descriptor: its framework is used on the class path. */
  private static Set<String> packages(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> sources.relativize(file.getParent()).toString())
          .map(folder -> folder.replace(File.separatorChar, '.'))
          .filter(name -> !name.contains(".internal"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static ModuleDescriptor descriptor(Pom pom) throws IOException {
    Path file = pom.folder().resolve("target").resolve("classes").resolve("module-info.class");
    try (InputStream in = Files.newInputStream(file)) {
      return ModuleDescriptor.read(in);
    }
  }
}
