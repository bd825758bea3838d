package io.boto4j.benchmarks.structure;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import io.boto4j.benchmarks.structure.SourceFile.Sized;
import io.boto4j.benchmarks.structure.SourceFile.TopLevelType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Collects the figures and the names of one source file from its syntax tree. */
final class SourceScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Sized> classes = new ArrayList<>();
  private final List<Sized> methods = new ArrayList<>();

  /** The names of the classes around the current place, the outermost first. */
  private final Deque<String> around = new ArrayDeque<>();

  /** The names of types inside others, which hide types of the same package. */
  private final Set<String> nested = new HashSet<>();

  private Set<String> names = new HashSet<>();
  private Set<String> qualifiedNames = new HashSet<>();

  SourceScanner(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
  }

  SourceFile scan(Path path, String text) {
    List<TopLevelType> types = new ArrayList<>();
    for (Tree each : unit.getTypeDecls()) {
      if (each instanceof ClassTree type) {
        names = new HashSet<>();
        qualifiedNames = new HashSet<>();
        scan(type, null);
        boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        types.add(
            new TopLevelType(type.getSimpleName().toString(), isPublic, names, qualifiedNames));
      }
    }
    for (TopLevelType type : types) {
      type.names().removeAll(nested);
    }
    Map<String, String> imports = new HashMap<>();
    for (ImportTree each : unit.getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      imports.put(name.substring(name.lastIndexOf('.') + 1), name);
    }
    int lines = (int) text.lines().count();
    String packageName = String.valueOf(unit.getPackageName());
    return new SourceFile(
        path, packageName, lines, CommentLines.count(text), types, classes, methods, imports);
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    String name = type.getSimpleName().toString();
    if (!around.isEmpty() && !name.isEmpty()) {
      nested.add(name);
    }
    around.addLast(name.isEmpty() ? "(anonymous)" : name);
    if (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.ENUM) {
      classes.add(new Sized(String.join(".", around), instanceFields(type)));
    }
    super.visitClass(type, null);
    around.removeLast();
    return null;
  }

  private static int instanceFields(ClassTree type) {
    int fields = 0;
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
        fields++;
      }
    }
    return fields;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    String name = method.getName().toString();
    String shown = name.equals("<init>") ? "new" : name;
    long first = line(positions.getStartPosition(unit, method));
    long last = line(positions.getEndPosition(unit, method));
    methods.add(new Sized(String.join(".", around) + "." + shown, (int) (last - first + 1)));
    return super.visitMethod(method, null);
  }

  private long line(long position) {
    return unit.getLineMap().getLineNumber(position);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void unused) {
    names.add(identifier.getName().toString());
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
    if (isQualifiedName(select)) {
      qualifiedNames.add(select.toString());
    }
    return super.visitMemberSelect(select, null);
  }

  private static boolean isQualifiedName(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select
        ? isQualifiedName(select.getExpression())
        : tree instanceof IdentifierTree;
  }
}
