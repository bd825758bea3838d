package io.boto4j.benchmarks.typed;

import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Table;
import io.boto4j.benchmarks.typed.JarClasses.Sum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The command {@code typed.sh size}: the generated classes of some operations, and the classes of
 * AWS SDK 2.x that the same operations need.
 *
 * <p>Of the SDK these are the request and response classes, marshallers and paginators of the
 * operations, and every class of the service that these name in their constant pools, directly or
 * through others. The clients and their builders are left out: they are shared by all operations
 * and name them all.
 */
final class GeneratedSize {
  private static final String OWN = "io/boto4j/benchmarks/typed/";
  private static final String AWS = "software/amazon/awssdk/services/";
  private static final List<String> SUFFIXES =
      List.of("request", "response", "requestmarshaller", "iterable", "publisher");
  private static final List<String> HEAD =
      List.of("", "classes", "KB of classes", "KB in the jar", "classes ÷ generated", "KB ÷");

  private record Choice(String service, Set<String> operations) {}

  /** The services and operations in the {@code @Generate} of the packages. */
  private static final List<Choice> CHOICES =
      List.of(
          new Choice("dynamodb", Set.of("getitem", "putitem", "query", "updateitem")),
          new Choice("rds", Set.of("describedbinstances", "startdbinstance")));

  private final ClassPath classPath;
  private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

  private GeneratedSize(ClassPath classPath) {
    this.classPath = classPath;
  }

  static void run(TypedOptions options) throws IOException {
    GeneratedSize size = new GeneratedSize(new ClassPath(options.module()));
    for (Choice choice : CHOICES) {
      size.add(choice);
    }
    Table table = new Table(size.rows);
    System.out.println();
    System.out.println(options.markdown() ? table.markdown() : table.text());
  }

  private void add(Choice choice) throws IOException {
    String service = choice.service();
    Sum generated = new JarClasses(classPath.own(), OWN + service + "/").sum();
    String jar = classPath.awsSdkJar(service);
    String folder = AWS + service + "/";
    JarClasses sdk = new JarClasses(jar, folder);
    List<String> roots = roots(sdk, choice);
    if (roots.size() < choice.operations().size() * 3) {
      throw new IOException("The SDK lacks classes of the operations: it has " + roots);
    }
    Set<String> needed = sdk.reachable(roots, name -> name.indexOf('/', folder.length()) < 0);
    int count = choice.operations().size();
    row(service + ", " + count + " operations: generated, with their client", generated, generated);
    row("AWS SDK 2.x, what they need, without clients", sdk.sum(needed), generated);
    Sum whole = new JarClasses(jar, "").sum();
    Sum packed = new Sum(whole.classes(), whole.bytes(), Files.size(Path.of(jar)));
    row("AWS SDK 2.x, its jar " + Path.of(jar).getFileName(), packed, generated);
  }

  private static List<String> roots(JarClasses sdk, Choice choice) {
    List<String> roots = new ArrayList<>();
    for (String name : sdk.names()) {
      String simple = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      for (String suffix : SUFFIXES) {
        if (simple.endsWith(suffix)
            && choice
                .operations()
                .contains(simple.substring(0, simple.length() - suffix.length()))) {
          roots.add(name);
        }
      }
    }
    return roots;
  }

  private void row(String name, Sum sum, Sum base) {
    rows.add(
        List.of(
            name,
            Integer.toString(sum.classes()),
            number("%.1f", sum.bytes() / 1e3),
            number("%.1f", sum.packed() / 1e3),
            number("%.1f", (double) sum.classes() / base.classes()),
            number("%.1f", (double) sum.bytes() / base.bytes())));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
