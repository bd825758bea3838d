package io.boto4j;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of the architecture, one method per rule: each takes classes and returns the violations
 * among them as sorted sentences.
 *
 * <p>{@link ArchitectureTest} checks main code. {@link ArchitectureRulesTest} checks that each rule
 * reports a class that violates it.
 */
final class ArchitectureRules {
  /** The packages that every call passes through. */
  static final List<String> ROAD =
      List.of(
          "io.boto4j.internal.input",
          "io.boto4j.internal.body",
          "io.boto4j.internal.hook",
          "io.boto4j.internal.attempt",
          "io.boto4j.internal.call",
          "io.boto4j.internal.protocol",
          "io.boto4j.internal.signing",
          "io.boto4j.internal.transport",
          "io.boto4j.internal.text",
          "io.boto4j.internal.jmespath",
          "io.boto4j.internal.value",
          "io.boto4j.internal.credentials",
          "io.boto4j.credentials",
          "io.boto4j.internal.config",
          "io.boto4j.http",
          "io.boto4j.model");

  private static final Pattern UNQUALIFIED_EXPORT = Pattern.compile("exports\\s+([\\w.]+)\\s*;");

  private ArchitectureRules() {}

  /** Returns all rules by their names. */
  static Map<String, Function<JavaClasses, List<String>>> all() {
    Map<String, Function<JavaClasses, List<String>>> rules = new LinkedHashMap<>();
    rules.put("every class has a floor", ArchitectureRules::everyClassHasAFloor);
    rules.put("dependencies go down", ArchitectureRules::dependenciesGoDown);
    rules.put("class cycles", ArchitectureRules::classCycles);
    rules.put("the JDK only", ArchitectureRules::theJdkOnly);
    rules.put("TLS in the transport only", ArchitectureRules::tlsInTheTransportOnly);
    rules.put("nothing slow to start", ArchitectureRules::nothingSlowToStart);
    rules.put("no reflection", ArchitectureRules::noReflection);
    rules.put("no regular expressions", ArchitectureRules::noRegularExpressionsOnTheRoad);
    rules.put("no service names", ArchitectureRules::noServiceNames);
    rules.put("exported packages only", ArchitectureRules::highLevelUsesExportedPackagesOnly);
    rules.put("public types only", ArchitectureRules::rootPackageIsPublic);
    rules.put("no static mutable state", ArchitectureRules::noStaticMutableState);
    rules.put("customizations avoid the road", ArchitectureRules::customizationsAvoidTheRoad);
    return rules;
  }

  /** Every class is in a package, or is a plain value, whose floor is listed. */
  static List<String> everyClassHasAFloor(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!ArchitectureTest.FLOORS.containsKey(place(type))) {
        violations.add(type.getName() + " has no floor: list its package in ArchitectureTest");
      }
    }
    return List.copyOf(violations);
  }

  /** A package depends on lower floors only; packages on one floor are independent. */
  static List<String> dependenciesGoDown(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    for (JavaClass origin : classes) {
      Double floor = ArchitectureTest.FLOORS.get(place(origin));
      for (JavaClass target : dependencies(origin)) {
        Double other = ArchitectureTest.FLOORS.get(place(target));
        if (floor != null
            && other != null
            && floor <= other
            && !place(origin).equals(place(target))) {
          violations.add(
              origin.getName()
                  + " (floor "
                  + floor
                  + ") depends on "
                  + target.getName()
                  + " (floor "
                  + other
                  + ")");
        }
      }
    }
    return List.copyOf(violations);
  }

  /** No two top-level classes depend on each other, directly or through others. */
  static List<String> classCycles(JavaClasses classes) {
    return ClassCycles.of(classes);
  }

  /** Main code depends on the JDK's base packages and on boto4j. */
  static List<String> theJdkOnly(JavaClasses classes) {
    return dependencies(
        classes,
        origin -> true,
        target ->
            !isIn(target, "java", "io.boto4j", "org.jspecify")
                && !Set.of("javax.net.ssl", "javax.security.auth.x500")
                    .contains(target.getPackageName())
                && !target.isPrimitive());
  }

  /** The classes that pass a context of the user on to the transport. */
  private static final Set<String> OPTION_OF_TLS =
      Set.of(
          "io.boto4j.ClientConfig",
          "io.boto4j.internal.client.NetworkSettings",
          "io.boto4j.internal.client.Options");

  /** The transport alone uses TLS. */
  static List<String> tlsInTheTransportOnly(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    violations.addAll(
        dependencies(
            classes,
            origin -> !origin.getPackageName().equals("io.boto4j.internal.transport"),
            target -> target.getPackageName().equals("javax.net.ssl")));
    for (String option : OPTION_OF_TLS) {
      violations.remove(option + " depends on javax.net.ssl.SSLContext");
    }
    return List.copyOf(violations);
  }

  /** Nothing is used that costs a cold process many milliseconds. */
  static List<String> nothingSlowToStart(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    violations.addAll(
        dependencies(
            classes,
            origin -> true,
            target ->
                isIn(
                    target,
                    "java.util.logging",
                    "javax.crypto",
                    "java.net.http",
                    "java.time.format",
                    "java.text",
                    "java.lang.invoke")));
    violations.addAll(calls(classes, origin -> true, String.class, Set.of("format", "formatted")));
    return List.copyOf(violations);
  }

  /** Main code does not use reflection. */
  static List<String> noReflection(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    violations.addAll(
        dependencies(
            classes,
            origin -> true,
            // Array reads an int[] as a list; it is not the kind of reflection that is slow.
            target -> isIn(target, "java.lang.reflect") && !target.isEquivalentTo(Array.class)));
    violations.addAll(
        calls(
            classes,
            origin -> true,
            Class.class,
            Set.of(
                "forName",
                "getMethod",
                "getMethods",
                "getDeclaredMethod",
                "getDeclaredMethods",
                "getConstructor",
                "getDeclaredConstructor",
                "getField",
                "getDeclaredField",
                "newInstance")));
    return List.copyOf(violations);
  }

  /** Packages that every call passes through do without regular expressions. */
  static List<String> noRegularExpressionsOnTheRoad(JavaClasses classes) {
    Predicate<JavaClass> onTheRoad =
        origin -> ROAD.contains(origin.getPackageName()) || isIn(origin, "io.boto4j.model");
    Set<String> violations = new TreeSet<>();
    violations.addAll(dependencies(classes, onTheRoad, target -> isIn(target, "java.util.regex")));
    violations.addAll(
        calls(
            classes,
            onTheRoad,
            String.class,
            Set.of("split", "matches", "replaceAll", "replaceFirst")));
    return List.copyOf(violations);
  }

  /** No class outside the customizations has a string constant that is the name of a service. */
  static List<String> noServiceNames(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!isIn(type, "io.boto4j.internal.customization")) {
        for (String constant : StringConstants.of(type)) {
          if (ServiceNames.ALL.contains(constant)) {
            violations.add(outermost(type).getName() + ": " + constant);
          }
        }
      }
    }
    return List.copyOf(violations);
  }

  /** The highest floor uses exported packages only: users can build whatever is built there. */
  static List<String> highLevelUsesExportedPackagesOnly(JavaClasses classes) {
    Set<String> exported = new HashSet<>();
    exported.addAll(exports(Path.of("src/main/java/module-info.java")));
    exported.addAll(exports(Path.of("../model/src/main/java/module-info.java")));
    Set<String> violations = new TreeSet<>();
    for (JavaClass origin : classes) {
      Double floor = ArchitectureTest.FLOORS.get(place(origin));
      for (JavaClass target : dependencies(origin)) {
        if (floor != null
            && floor == 7.0
            && isIn(target, "io.boto4j")
            && !target.getPackageName().equals(origin.getPackageName())
            && !exported.contains(target.getPackageName())) {
          violations.add(
              outermost(origin).getName()
                  + " depends on "
                  + target.getName()
                  + ", whose package is not exported");
        }
      }
    }
    return List.copyOf(violations);
  }

  /** The root package has public top-level types only. */
  static List<String> rootPackageIsPublic(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    for (JavaClass type : classes) {
      if (type.getPackageName().equals("io.boto4j")
          && type.isTopLevelClass()
          && !type.getSimpleName().equals("package-info")
          && !type.getModifiers().contains(JavaModifier.PUBLIC)) {
        violations.add(type.getName() + " is not public");
      }
    }
    return List.copyOf(violations);
  }

  /**
   * Nothing that is static can change: everything belongs to a session.
   *
   * <p>The type of a field cannot tell an unmodifiable list from another: types that are always
   * modifiable are violations, and so are arrays that other classes can see.
   */
  static List<String> noStaticMutableState(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    for (JavaClass type : classes) {
      for (JavaField field : type.getFields()) {
        Set<JavaModifier> modifiers = field.getModifiers();
        if (!modifiers.contains(JavaModifier.STATIC)
            || modifiers.contains(JavaModifier.SYNTHETIC)) {
          continue;
        }
        String name = type.getName() + "." + field.getName();
        JavaClass declared = field.getRawType();
        if (!modifiers.contains(JavaModifier.FINAL)) {
          violations.add(name + " is static and not final");
        } else if (declared.isArray() && !modifiers.contains(JavaModifier.PRIVATE)) {
          violations.add(name + " is a static array that is not private");
        } else if (isAlwaysMutable(declared)) {
          violations.add(name + " is a static " + declared.getSimpleName());
        }
      }
    }
    return List.copyOf(violations);
  }

  private static boolean isAlwaysMutable(JavaClass type) {
    return type.isEquivalentTo(Object.class)
        || (isIn(type, "java.util")
            && (type.isAssignableTo(AbstractCollection.class)
                || type.isAssignableTo(AbstractMap.class)))
        || (isIn(type, "java.util.concurrent") && !type.isEquivalentTo(TimeUnit.class))
        || type.isAssignableTo(Random.class)
        || type.isEquivalentTo(BitSet.class)
        || type.isAssignableTo(ThreadLocal.class)
        || type.isAssignableTo(Thread.class)
        || type.isEquivalentTo(StringBuilder.class)
        || type.isEquivalentTo(StringBuffer.class);
  }

  /** Customizations make calls through {@code CustomizationClient}. */
  static List<String> customizationsAvoidTheRoad(JavaClasses classes) {
    return dependencies(
        classes,
        origin -> isIn(origin, "io.boto4j.internal.customization"),
        target -> isIn(target, "io.boto4j.internal.call", "io.boto4j.internal.attempt"));
  }

  /** Returns the class that a nested class is declared in, at any depth, or the class itself. */
  static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  /** Returns what a class depends on, except the way up: an array is its element type. */
  static Set<JavaClass> dependencies(JavaClass origin) {
    String entrance = ArchitectureTest.ENTRANCES.get(origin.getName());
    Set<JavaClass> targets = new HashSet<>();
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (!target.getName().equals(entrance)) {
        targets.add(target);
      }
    }
    return targets;
  }

  /** Returns the key into the floors: the package, or a group of plain values. */
  private static String place(JavaClass type) {
    JavaClass outer = outermost(type);
    for (Class<?> value : ArchitectureTest.PLAIN_VALUES) {
      if (outer.isEquivalentTo(value)) {
        return "plain values";
      }
    }
    for (Class<?> value : ArchitectureTest.PLAIN_VALUES_OF_THE_MODEL) {
      if (outer.isEquivalentTo(value)) {
        return "plain values of the model";
      }
    }
    return outer.getPackageName();
  }

  private static List<String> dependencies(
      JavaClasses classes, Predicate<JavaClass> origins, Predicate<JavaClass> targets) {
    Set<String> violations = new TreeSet<>();
    for (JavaClass origin : classes) {
      if (origins.test(origin)) {
        for (JavaClass target : dependencies(origin)) {
          if (targets.test(target)) {
            violations.add(outermost(origin).getName() + " depends on " + target.getName());
          }
        }
      }
    }
    return List.copyOf(violations);
  }

  private static List<String> calls(
      JavaClasses classes, Predicate<JavaClass> origins, Class<?> owner, Set<String> methods) {
    Set<String> violations = new TreeSet<>();
    for (JavaClass origin : classes) {
      if (origins.test(origin)) {
        for (JavaAccess<?> access : origin.getAccessesFromSelf()) {
          if (access.getTargetOwner().isEquivalentTo(owner) && methods.contains(access.getName())) {
            violations.add(
                outermost(origin).getName()
                    + " calls "
                    + owner.getSimpleName()
                    + "."
                    + access.getName());
          }
        }
      }
    }
    return List.copyOf(violations);
  }

  /** Whether a class is in one of the packages or below it. */
  private static boolean isIn(JavaClass type, String... packages) {
    String name = type.getPackageName();
    for (String each : packages) {
      if (name.equals(each) || name.startsWith(each + ".")) {
        return true;
      }
    }
    return false;
  }

  /** Returns the packages that a module exports to everyone. */
  private static Set<String> exports(Path moduleInfo) {
    String source;
    try {
      source = Files.readString(moduleInfo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> packages = new TreeSet<>();
    Matcher matcher = UNQUALIFIED_EXPORT.matcher(source);
    while (matcher.find()) {
      packages.add(matcher.group(1));
    }
    return packages;
  }
}
