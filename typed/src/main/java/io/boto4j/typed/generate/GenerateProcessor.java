package io.boto4j.typed.generate;

import io.boto4j.model.ModelException;
import io.boto4j.model.ModelLoader;
import io.boto4j.typed.Generate;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor of {@link Generate}: generates the sources that a package asks for, from
 * the models on the processor path and in the folders of the option {@code boto4j.models}.
 */
public final class GenerateProcessor extends AbstractProcessor {
  private static final String MODELS = "boto4j.models";

  private @Nullable Generator generator;

  /** Creates the processor; the compiler does. */
  public GenerateProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Generate.class.getCanonicalName(), Generate.All.class.getCanonicalName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(MODELS);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // javac -Xlint:processing warns if none claims them
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof PackageElement target) {
          generate(target);
        }
      }
    }
    return true;
  }

  private void generate(PackageElement target) {
    Map<String, String> services = new HashMap<>();
    for (GenerateMirror request : requests(target)) {
      try {
        generate(request, target, services);
      } catch (ChoiceException e) {
        error(request, e.part(), e.index(), e.getMessage());
      } catch (ModelException | IOException e) {
        error(request, null, 0, "Cannot generate sources: " + e.getMessage());
      }
    }
  }

  private void generate(GenerateMirror request, PackageElement target, Map<String, String> services)
      throws IOException {
    String packageName = target.getQualifiedName().toString();
    Map<String, String> sources = generator(request).generate(request.choice(packageName));
    for (String type : sources.keySet()) {
      String other = services.putIfAbsent(type, request.service());
      if (other != null) {
        error(
            request,
            Choice.Part.SERVICE,
            0,
            other.equals(request.service())
                ? other + " is generated twice: name all its operations in one @Generate"
                : "Both "
                    + other
                    + " and "
                    + request.service()
                    + " have a type "
                    + type
                    + ": use a package per service");
        return;
      }
    }
    for (Map.Entry<String, String> source : sources.entrySet()) {
      try (Writer out =
          processingEnv
              .getFiler()
              .createSourceFile(packageName + "." + source.getKey(), target)
              .openWriter()) {
        out.write(source.getValue());
      }
    }
  }

  private Generator generator(GenerateMirror request) {
    Generator created = generator;
    if (created == null) {
      ClassLoader packs = GenerateProcessor.class.getClassLoader();
      created = new Generator(ModelLoader.of(folders(request), packs));
      generator = created;
    }
    return created;
  }

  private List<Path> folders(GenerateMirror request) {
    String paths = processingEnv.getOptions().getOrDefault(MODELS, "");
    List<Path> folders = new ArrayList<>();
    int start = 0;
    while (start < paths.length()) {
      int separator = paths.indexOf(File.pathSeparatorChar, start);
      int end = separator < 0 ? paths.length() : separator;
      Path folder = Path.of(paths.substring(start, end));
      if (end > start && !Files.isDirectory(folder)) {
        error(request, null, 0, "-A" + MODELS + ": there is no folder " + folder);
      } else if (end > start) {
        folders.add(folder);
      }
      start = end + 1;
    }
    return folders;
  }

  private void error(
      GenerateMirror at, Choice.@Nullable Part part, int item, @Nullable String message) {
    String text = String.valueOf(message);
    AnnotationValue value = part == null ? null : at.value(part, item);
    Diagnostic.Kind error = Diagnostic.Kind.ERROR;
    if (RepeatedAnnotation.report(processingEnv, at.target(), at.index(), part, item, text)) {
      return;
    }
    if (value == null) {
      processingEnv.getMessager().printMessage(error, text, at.target(), at.mirror());
    } else {
      processingEnv.getMessager().printMessage(error, text, at.target(), at.mirror(), value);
    }
  }

  /** Returns the requests of a package, one by one even if there are several. */
  private List<GenerateMirror> requests(PackageElement target) {
    List<GenerateMirror> requests = new ArrayList<>();
    for (AnnotationMirror mirror : target.getAnnotationMirrors()) {
      if (is(mirror, Generate.class)) {
        requests.add(new GenerateMirror(target, 0, mirror, mirror));
      } else if (is(mirror, Generate.All.class)) {
        for (AnnotationValue value : mirror.getElementValues().values()) {
          addAll(target, mirror, value, requests);
        }
      }
    }
    return requests;
  }

  private static void addAll(
      PackageElement target,
      AnnotationMirror outer,
      AnnotationValue values,
      List<GenerateMirror> requests) {
    if (values.getValue() instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof AnnotationValue value
            && value.getValue() instanceof AnnotationMirror mirror) {
          requests.add(new GenerateMirror(target, requests.size(), outer, mirror));
        }
      }
    }
  }

  private static boolean is(AnnotationMirror mirror, Class<?> type) {
    return mirror.getAnnotationType().asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(String.valueOf(type.getCanonicalName()));
  }

  /**
   * One {@link Generate} on a package.
   *
   * @param index its place among those of the package
   * @param mirror the annotation that the package has, which may contain the other
   * @param own the annotation itself
   */
  private record GenerateMirror(
      PackageElement target, int index, AnnotationMirror mirror, AnnotationMirror own) {
    @Nullable AnnotationValue value(String name) {
      for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
          own.getElementValues().entrySet()) {
        if (each.getKey().getSimpleName().contentEquals(name)) {
          return each.getValue();
        }
      }
      return null;
    }

    /** The value that an error is about; null for the whole annotation. */
    @Nullable AnnotationValue value(Choice.Part part, int item) {
      AnnotationValue value = value(RepeatedAnnotation.name(part));
      return part == Choice.Part.OPERATIONS
              && value != null
              && value.getValue() instanceof List<?> list
              && item < list.size()
              && list.get(item) instanceof AnnotationValue one
          ? one
          : value;
    }

    String service() {
      return text("service");
    }

    Choice choice(String packageName) {
      List<String> operations = new ArrayList<>();
      AnnotationValue all = value("operations");
      if (all != null && all.getValue() instanceof List<?> list) {
        for (Object each : list) {
          operations.add(each instanceof AnnotationValue one ? String.valueOf(one.getValue()) : "");
        }
      }
      return new Choice(service(), operations, false, text("apiVersion"), packageName);
    }

    private String text(String name) {
      AnnotationValue value = value(name);
      return value == null ? "" : String.valueOf(value.getValue());
    }
  }
}
