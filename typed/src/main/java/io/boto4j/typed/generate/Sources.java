package io.boto4j.typed.generate;

import io.boto4j.model.Documentation;
import io.boto4j.model.Member;
import io.boto4j.model.ServiceModel;
import io.boto4j.typed.shape.Outputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The parts that all sources of one package share: model, names, texts and files. */
final class Sources {
  final ServiceModel model;
  final TypeNames names;
  final Documentation texts;
  final ValuesSource values;

  /** A test for the members in which answers differ from the model. */
  final BiPredicate<String, @Nullable Member> differs;

  private final String packageName;
  private final String header;
  private final Map<String, String> files = new TreeMap<>();

  Sources(ServiceModel model, String packageName, String header) {
    this.model = model;
    this.names = new TypeNames(model);
    this.texts = model.documentation();
    this.differs = Outputs.differences(model);
    this.packageName = packageName;
    this.header = header;
    this.values = new ValuesSource(this);
  }

  void add(String type, SourceText source) {
    files.put(type, source.file(header, packageName));
  }

  /** The files by the names of their types. */
  Map<String, String> files() {
    return files;
  }

  /** A name or value of the model, for Javadoc. */
  static String code(String name) {
    String shown = JavadocText.escaped(name);
    // Javadoc rejects a tag without text.
    return "<code>" + (shown.isBlank() ? "\"" + shown + "\"" : shown) + "</code>";
  }

  /** The paragraphs of a text, or the given sentence instead of a missing one. */
  static List<String> described(@Nullable String html, String otherwise) {
    List<String> paragraphs = new ArrayList<>(JavadocText.paragraphs(html));
    if (paragraphs.isEmpty()) {
      paragraphs.add(otherwise);
    }
    return paragraphs;
  }
}
