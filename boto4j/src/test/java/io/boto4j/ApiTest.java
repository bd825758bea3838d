package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The public API mentions only types that users can see. */
final class ApiTest {
  private static final Set<String> EXPORTED =
      Set.of(
          "io.boto4j",
          "io.boto4j.cloudfront",
          "io.boto4j.credentials",
          "io.boto4j.dynamodb",
          "io.boto4j.error",
          "io.boto4j.http",
          "io.boto4j.resource",
          "io.boto4j.s3",
          "io.boto4j.testing");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.boto4j");

  /** Signatures that are allowed anyway, with the reason. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "io.boto4j.dynamodb.Condition mentions io.boto4j.dynamodb.ExpressionPart",
          "how an expression is written is not for users",
          "io.boto4j.dynamodb.Operand mentions io.boto4j.dynamodb.ExpressionPart",
          "as above");

  @Test
  void signatures_ofExportedPackages_mentionNoHiddenType() {
    Set<String> leaks = new TreeSet<>();
    int seen = 0;
    for (JavaClass type : MAIN) {
      if (EXPORTED.contains(type.getPackageName()) && isVisible(type)) {
        type.getRawSuperclass().ifPresent(parent -> check(type.getName(), parent, leaks));
        type.getInterfaces().forEach(parent -> check(type.getName(), parent, leaks));
        for (JavaTypeVariable<JavaClass> variable : type.getTypeParameters()) {
          check(type.getName(), variable, leaks);
        }
        for (JavaField field : type.getFields()) {
          if (isVisible(field.getModifiers())) {
            check(field.getFullName(), field.getType(), leaks);
          }
        }
        for (JavaCodeUnit code : type.getCodeUnits()) {
          if (isVisible(code.getModifiers())) {
            seen++;
            check(code.getFullName(), code.getReturnType(), leaks);
            code.getParameterTypes().forEach(each -> check(code.getFullName(), each, leaks));
            code.getExceptionTypes().forEach(each -> check(code.getFullName(), each, leaks));
          }
        }
      }
    }
    leaks.removeIf(leak -> EXCEPTIONS.keySet().stream().anyMatch(leak::startsWith));
    assertThat(leaks).isEmpty();
    assertThat(seen).isGreaterThan(150);
  }

  private static void check(String where, JavaType mentioned, Set<String> leaks) {
    for (JavaClass type : mentioned.getAllInvolvedRawTypes()) {
      JavaClass plain = type.getBaseComponentType();
      String place = plain.getPackageName();
      boolean ours = place.equals("io.boto4j") || place.startsWith("io.boto4j.");
      boolean model = place.startsWith("io.boto4j.model");
      if (ours && !model && !(EXPORTED.contains(place) && isVisible(plain))) {
        leaks.add(where + " mentions " + plain.getName());
      }
    }
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(ApiTest::isVisible).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }
}
