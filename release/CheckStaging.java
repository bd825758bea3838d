import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Checks that a staging has everything that Maven Central requires, and prints its jars. */
final class CheckStaging {
  /** The jars of each artifact, by classifier; an artifact without any is a pom. */
  private static final Map<String, List<String>> ARTIFACTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("boto4j-bom", List.of()),
              Map.entry("boto4j", List.of("", "sources", "javadoc")),
              Map.entry("boto4j-crac", List.of("", "sources", "javadoc")),
              Map.entry("boto4j-micrometer", List.of("", "sources", "javadoc")),
              Map.entry("boto4j-model", List.of("", "sources", "javadoc")),
              Map.entry("boto4j-model-compiler", List.of("", "sources", "javadoc", "runnable")),
              Map.entry("boto4j-models", List.of("", "sources", "javadoc", "older", "docs")),
              Map.entry("boto4j-local", List.of("", "sources", "javadoc", "runnable")),
              Map.entry("boto4j-opentelemetry", List.of("", "sources", "javadoc")),
              Map.entry("boto4j-reference", List.of("", "sources", "javadoc", "runnable")),
              Map.entry("boto4j-spark", List.of("", "sources", "javadoc")),
              Map.entry("boto4j-spring-boot-starter", List.of("", "sources", "javadoc")),
              Map.entry("boto4j-typed", List.of("", "sources", "javadoc", "runnable"))));

  private static final List<String> POM_ELEMENTS =
      List.of(
          "groupId", "artifactId", "version", "name", "description", "url", "inceptionYear", "organization",
          "licenses", "developers", "scm", "issueManagement");

  private final List<String> problems = new ArrayList<>();
  private final Path group;
  private final String version;

  private CheckStaging(Path group, String version) {
    this.group = group;
    this.version = version;
  }

  public static void main(String[] args) throws Exception {
    CheckStaging check = new CheckStaging(Path.of(args[0], "io", "boto4j"), args[1]);
    check.artifacts();
    check.problems.forEach(problem -> System.out.println("problem: " + problem));
    if (!check.problems.isEmpty()) {
      System.exit(1);
    }
    System.out.println("complete: " + ARTIFACTS.keySet());
  }

  private void artifacts() throws Exception {
    try (Stream<Path> folders = Files.list(group)) {
      folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !ARTIFACTS.containsKey(name))
          .forEach(name -> problems.add(name + " is not meant to be published"));
    }
    for (Map.Entry<String, List<String>> artifact : ARTIFACTS.entrySet()) {
      String name = artifact.getKey();
      Path folder = group.resolve(name).resolve(version);
      pom(checked(folder.resolve(name + "-" + version + ".pom")));
      for (String classifier : artifact.getValue()) {
        String suffix = classifier.isEmpty() ? "" : "-" + classifier;
        Path jar = checked(folder.resolve(name + "-" + version + suffix + ".jar"));
        if (Files.exists(jar)) {
          jar(jar, classifier);
        }
      }
      if (!artifact.getValue().isEmpty()) {
        sbom(checked(folder.resolve(name + "-" + version + "-cyclonedx.json")));
      }
      extra(folder, name, artifact.getValue());
    }
  }

  private void extra(Path folder, String name, List<String> classifiers) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".jar"))
          .filter(
              file ->
                  classifiers.stream()
                      .noneMatch(c -> file.equals(name + "-" + version + (c.isEmpty() ? "" : "-" + c) + ".jar")))
          .forEach(file -> problems.add(file + " is not meant to be published"));
    }
  }

  private Path checked(Path file) throws Exception {
    if (!Files.exists(file)) {
      problems.add("missing: " + file.getFileName());
      return file;
    }
    for (Map.Entry<String, String> sum : Map.of(".md5", "MD5", ".sha1", "SHA-1").entrySet()) {
      Path sums = file.resolveSibling(file.getFileName() + sum.getKey());
      if (!Files.exists(sums) || !Files.readString(sums).strip().equals(hex(file, sum.getValue()))) {
        problems.add("missing or wrong: " + sums.getFileName());
      }
    }
    return file;
  }

  private static String hex(Path file, String algorithm) throws Exception {
    MessageDigest digest = MessageDigest.getInstance(algorithm);
    String hex = new BigInteger(1, digest.digest(Files.readAllBytes(file))).toString(16);
    return "0".repeat(digest.getDigestLength() * 2 - hex.length()) + hex;
  }

  private void pom(Path file) throws Exception {
    if (!Files.exists(file)) {
      return;
    }
    Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    List<String> found = new ArrayList<>();
    for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
      found.add(node.getNodeName());
    }
    for (String element : POM_ELEMENTS) {
      if (!found.contains(element)) {
        problems.add(file.getFileName() + " has no " + element);
      }
    }
    for (String element : List.of("parent", "properties", "build", "profiles", "repositories", "distributionManagement")) {
      if (found.contains(element)) {
        problems.add(file.getFileName() + " has " + element);
      }
    }
    String text = Files.readString(file);
    if (text.contains("-SNAPSHOT")) {
      problems.add(file.getFileName() + " names a SNAPSHOT");
    }
  }

  private void jar(Path file, String classifier) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (String entry : List.of("META-INF/LICENSE", "META-INF/NOTICE")) {
        String text = text(zip, entry);
        if (!text.contains(entry.endsWith("NOTICE") ? "the boto4j authors" : "Apache License")) {
          problems.add(file.getFileName() + " has no " + entry + " of boto4j");
        }
      }
      switch (classifier) {
        case "" -> {
          // Decision 25: frameworks without module names of their own are used on the class path.
          if (zip.getEntry("module-info.class") == null
              && !text(zip, "META-INF/MANIFEST.MF").contains("Automatic-Module-Name: io.boto4j.")) {
            problems.add(file.getFileName() + " has neither a module-info nor an Automatic-Module-Name");
          }
        }
        case "javadoc" -> {
          if (zip.getEntry("index.html") == null) {
            problems.add(file.getFileName() + " has no first page");
          }
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.matches(".*/(internal|codec|pack|rules|smithy)/.*"))
              .limit(1)
              .forEach(name -> problems.add(file.getFileName() + " has pages of internal packages: " + name));
        }
        case "runnable" -> {
          Bundled bundled = new Bundled(zip, text(zip, "META-INF/THIRD-PARTY-NOTICES.txt"));
          problems.addAll(bundled.problems(file.getFileName().toString(), text(zip, "META-INF/THIRD-PARTY.txt")));
        }
        default -> {}
      }
      System.out.printf("%,12d  %s (%d entries)%n", Files.size(file), file.getFileName(), zip.size());
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return "";
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void sbom(Path file) throws IOException {
    if (Files.exists(file) && !Files.readString(file).contains("\"bomFormat\" : \"CycloneDX\"")) {
      problems.add(file.getFileName() + " is not a CycloneDX SBOM");
    }
  }

  /** The libraries inside a runnable jar: each is in the generated list and in the notices. */
  private record Bundled(ZipFile zip, String notices) {
    List<String> problems(String jar, String list) {
      List<String> problems = new ArrayList<>();
      if (list.isEmpty() || notices.isEmpty()) {
        problems.add(jar + " has no list of the libraries inside");
      }
      zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.matches("META-INF/maven/.*/pom.properties"))
          .map(name -> name.split("/"))
          .filter(parts -> !notices.contains(parts[2]))
          .forEach(parts -> problems.add(jar + ": THIRD-PARTY-NOTICES.txt does not name " + parts[2] + ":" + parts[3]));
      return problems;
    }
  }
}
