@echo off
rem Runs edgelint with the Java of JAVA_HOME, or else of PATH. Where this file is, only a subroutine is told
rem for certain: started as "edgelint" in quotes and found on PATH, the script itself is told the current folder.
setlocal DisableDelayedExpansion
call :locate

if defined JAVA_HOME (call :javaOfHome) else (call :javaOfPath)
if errorlevel 1 exit /b 2

set "kind=-XX:+UseParallelGC -XX:InitialRAMPercentage=8 -XX:MaxNewSize=32m -XX:MaxTenuringThreshold=0 -XX:C1MaxInlineSize=20 -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,io.github.edgelint.*::*,0.3"
if "%~1"=="serve" set "kind=-XX:+UseSerialGC -Xms48m -XX:NewSize=32m -XX:SurvivorRatio=6 -Xmx512m -XX:+ExitOnOutOfMemoryError -XX:CompileThresholdScaling=0.3 -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,io.github.edgelint.*::*,0.25"
"%java%" "-XX:SharedArchiveFile=%lib%\edgelint.jsa" -Xshare:auto -Xlog:disable -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:TieredStopAtLevel=1 -XX:-UsePerfData %kind% %EDGELINT_JAVA_OPTIONS% -jar "%lib%\edgelint-server.jar" %*
exit /b %ERRORLEVEL%

:locate
set "lib=%~dp0..\lib"
exit /b 0

:javaOfHome
set "java=%JAVA_HOME:"=%\bin\java.exe"
if exist "%java%" exit /b 0
>&2 echo edgelint: JAVA_HOME is "%JAVA_HOME:"=%", where there is no bin\java.exe; point it to Java 17 or newer
exit /b 1

rem Looks along PATH only: by name alone, a java.exe in the current folder would be run.
:javaOfPath
set "java="
for %%J in (java.exe) do set "java=%%~$PATH:J"
if defined java exit /b 0
>&2 echo edgelint: Java is missing; install Java 17 or newer and put it on PATH or in JAVA_HOME
exit /b 1
