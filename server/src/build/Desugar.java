import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Copies a jar and writes out what the compiler left to be linked at its first use: lambdas and
 * method references become classes, {@code equals} and {@code hashCode} of records become code.
 * Nothing else about a class changes.
 *
 * <p>Linking one lambda takes a cold JVM about ten times as long as loading one class from the
 * class data archive, and a short run of edgelint meets some hundred of them.
 *
 * <p>The build runs it as {@code java -cp ASM Desugar.java FROM.jar TO.jar}.
 */
final class Desugar {

  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final Type OBJECT = Type.getType(Object.class);
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  // A class made from a lambda may call what is private in its maker: it belongs to the same nest.
  private final Map<String, List<String>> nests = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    Desugar desugar = new Desugar();
    try (JarFile from = new JarFile(args[0]);
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      for (JarEntry entry : from.stream().toList()) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".class")) {
          desugar.add(bytes);
        } else {
          write(entry.getName(), bytes, entry.getTime(), to);
        }
      }
      desugar.joinNests();
      long time = from.stream().findFirst().orElseThrow().getTime();
      for (Map.Entry<String, byte[]> made : desugar.classes.entrySet()) {
        write(made.getKey() + ".class", made.getValue(), time, to);
      }
    }
  }

  private static void write(String name, byte[] bytes, long time, ZipOutputStream to)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(time);
    to.putNextEntry(entry);
    to.write(bytes);
    to.closeEntry();
  }

  private void add(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new Rewriter(writer), 0);
    classes.put(reader.getClassName(), writer.toByteArray());
  }

  private void joinNests() {
    nests.forEach(
        (host, members) -> {
          ClassWriter writer = new ClassWriter(0);
          new ClassReader(classes.get(host))
              .accept(
                  new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitEnd() {
                      members.forEach(this::visitNestMember);
                      super.visitEnd();
                    }
                  },
                  0);
          classes.put(host, writer.toByteArray());
        });
  }

  /** Copies one class with calls in place of call sites that are linked at run time. */
  private final class Rewriter extends ClassVisitor {
    private String name;
    private String host;
    private int version;
    private int count;

    Rewriter(ClassVisitor to) {
      super(Opcodes.ASM9, to);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] types) {
      this.version = version;
      this.name = name;
      this.host = name;
      super.visit(version, access, name, signature, parent, types);
    }

    @Override
    public void visitNestHost(String nestHost) {
      host = nestHost;
      super.visitNestHost(nestHost);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] thrown) {
      MethodVisitor to = super.visitMethod(access, method, descriptor, signature, thrown);
      return new MethodVisitor(Opcodes.ASM9, to) {
        @Override
        public void visitInvokeDynamicInsn(
            String called, String site, Handle bootstrap, Object... arguments) {
          String linker = bootstrap.getOwner() + "." + bootstrap.getName();
          if (linker.equals(LAMBDAS + ".metafactory")) {
            String made = lambda(called, site, arguments);
            visitMethodInsn(Opcodes.INVOKESTATIC, made, "of", site, false);
          } else if (linker.equals(RECORDS + ".bootstrap") && !called.equals("toString")) {
            visitMethodInsn(Opcodes.INVOKESTATIC, name, "$" + called, site, false);
            record(called, site, arguments);
          } else {
            super.visitInvokeDynamicInsn(called, site, bootstrap, arguments);
          }
        }
      };
    }

    /** Writes the class for a lambda and returns its name; {@code of} makes an instance of it. */
    private String lambda(String called, String site, Object[] arguments) {
      Type self = Type.getObjectType(name + "$$Lambda" + ++count);
      Type type = Type.getReturnType(site);
      Type[] captured = Type.getArgumentTypes(site);
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      writer.visit(
          version,
          Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
          self.getInternalName(),
          null,
          OBJECT.getInternalName(),
          new String[] {type.getInternalName()});
      writer.visitNestHost(host);
      nests.computeIfAbsent(host, key -> new ArrayList<>()).add(self.getInternalName());
      for (int i = 0; i < captured.length; i++) {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        writer.visitField(access, field(i), captured[i].getDescriptor(), null, null).visitEnd();
      }

      Method constructor = new Method("<init>", Type.VOID_TYPE, captured);
      GeneratorAdapter code = method(Opcodes.ACC_PRIVATE, constructor, writer);
      code.loadThis();
      code.invokeConstructor(OBJECT, new Method("<init>", "()V"));
      for (int i = 0; i < captured.length; i++) {
        code.loadThis();
        code.loadArg(i);
        code.putField(self, field(i), captured[i]);
      }
      end(code);

      code = method(Opcodes.ACC_STATIC, new Method("of", type, captured), writer);
      code.newInstance(self);
      code.dup();
      code.loadArgs();
      code.invokeConstructor(self, constructor);
      end(code);

      Type erased = (Type) arguments[0];
      code = method(Opcodes.ACC_PUBLIC, new Method(called, erased.getDescriptor()), writer);
      body(code, self, captured, erased, (Handle) arguments[1]);
      end(code);
      writer.visitEnd();
      classes.put(self.getInternalName(), writer.toByteArray());
      return self.getInternalName();
    }

    /** Calls what the lambda stands for, with what it captured and then what it is called with. */
    private static void body(
        GeneratorAdapter code, Type self, Type[] captured, Type erased, Handle target) {
      Type owner = Type.getObjectType(target.getOwner());
      Method method = new Method(target.getName(), target.getDesc());
      boolean isNew = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
      List<Type> wanted = new ArrayList<>();
      if (isNew) {
        code.newInstance(owner);
        code.dup();
      } else if (target.getTag() != Opcodes.H_INVOKESTATIC) {
        wanted.add(owner);
      }
      wanted.addAll(List.of(method.getArgumentTypes()));
      for (int i = 0; i < captured.length; i++) {
        code.loadThis();
        code.getField(self, field(i), captured[i]);
      }
      Type[] given = erased.getArgumentTypes();
      for (int i = 0; i < given.length; i++) {
        code.loadArg(i);
        convert(code, given[i], wanted.get(captured.length + i));
      }
      Type result = isNew ? owner : method.getReturnType();
      switch (target.getTag()) {
        case Opcodes.H_INVOKESTATIC ->
            code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                target.getOwner(),
                target.getName(),
                target.getDesc(),
                target.isInterface());
        case Opcodes.H_NEWINVOKESPECIAL -> code.invokeConstructor(owner, method);
        default -> {
          // A private method of the same nest is called like any other.
          if (target.isInterface()) {
            code.invokeInterface(owner, method);
          } else {
            code.invokeVirtual(owner, method);
          }
        }
      }
      if (erased.getReturnType().equals(Type.VOID_TYPE)) {
        pop(code, result);
      } else {
        convert(code, result, erased.getReturnType());
      }
    }

    private static void pop(GeneratorAdapter code, Type type) {
      if (type.getSize() == 2) {
        code.pop2();
      } else if (type.getSize() == 1) {
        code.pop();
      }
    }

    /** As the method handles of a lambda do: a cast, boxing, unboxing or widening. */
    private static void convert(GeneratorAdapter code, Type from, Type to) {
      if (isPrimitive(from) && isPrimitive(to)) {
        code.cast(from, to);
      } else if (isPrimitive(from)) {
        code.valueOf(from);
      } else if (isPrimitive(to)) {
        code.unbox(to);
      } else if (!from.equals(to) && !to.equals(OBJECT)) {
        code.checkCast(to);
      }
    }

    private static boolean isPrimitive(Type type) {
      return type.getSort() < Type.ARRAY;
    }

    /** Writes a method of a record that looks at each component. */
    private void record(String called, String site, Object[] arguments) {
      Method method = new Method("$" + called, site);
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
      GeneratorAdapter code = method(access, method, cv);
      Type self = Type.getObjectType(name);
      Label differ = code.newLabel();
      if (called.equals("equals")) {
        code.loadArg(1);
        code.instanceOf(self);
        code.ifZCmp(GeneratorAdapter.EQ, differ);
      } else {
        code.push(0);
      }
      for (Object component : List.of(arguments).subList(2, arguments.length)) {
        Handle getter = (Handle) component;
        Type type = Type.getType(getter.getDesc());
        boolean object = !isPrimitive(type);
        Type box = object ? Type.getType(Objects.class) : boxOf(type);
        Type given = object ? OBJECT : type;
        if (called.equals("equals")) {
          code.loadArg(0);
          code.getField(self, getter.getName(), type);
          code.loadArg(1);
          code.checkCast(self);
          code.getField(self, getter.getName(), type);
          if (object) {
            code.invokeStatic(
                box, new Method("equals", Type.BOOLEAN_TYPE, new Type[] {given, given}));
            code.ifZCmp(GeneratorAdapter.EQ, differ);
          } else {
            code.invokeStatic(box, new Method("compare", Type.INT_TYPE, new Type[] {given, given}));
            code.ifZCmp(GeneratorAdapter.NE, differ);
          }
        } else {
          code.push(31);
          code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
          code.loadArg(0);
          code.getField(self, getter.getName(), type);
          code.invokeStatic(box, new Method("hashCode", Type.INT_TYPE, new Type[] {given}));
          code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
      }
      if (called.equals("equals")) {
        code.push(true);
        code.returnValue();
        code.mark(differ);
        code.visitFrame(
            Opcodes.F_NEW, 2, new Object[] {name, OBJECT.getInternalName()}, 0, new Object[0]);
        code.push(false);
      }
      code.returnValue();
      code.visitMaxs(5, Type.getArgumentsAndReturnSizes(site) >> 2);
      code.visitEnd();
    }
  }

  private static String field(int index) {
    return "captured" + index;
  }

  private static Type boxOf(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> Type.getType(Boolean.class);
      case Type.CHAR -> Type.getType(Character.class);
      case Type.BYTE -> Type.getType(Byte.class);
      case Type.SHORT -> Type.getType(Short.class);
      case Type.INT -> Type.getType(Integer.class);
      case Type.LONG -> Type.getType(Long.class);
      case Type.FLOAT -> Type.getType(Float.class);
      case Type.DOUBLE -> Type.getType(Double.class);
      default -> throw new IllegalArgumentException(primitive.toString());
    };
  }

  private static GeneratorAdapter method(int access, Method method, ClassVisitor to) {
    MethodVisitor code =
        to.visitMethod(access, method.getName(), method.getDescriptor(), null, null);
    code.visitCode();
    return new GeneratorAdapter(access, method, code);
  }

  private static void end(GeneratorAdapter code) {
    code.returnValue();
    code.endMethod();
  }
}
