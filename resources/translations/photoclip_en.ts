<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name />
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>about %Ln minute</numerusform>
            <numerusform>about %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation>
            <numerusform>about %Ln hour</numerusform>
            <numerusform>about %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) beside the folders were left out: only folders can be watched.</source>
        <translation>
            <numerusform>%Ln file beside the folders were left out: only folders can be watched.</numerusform>
            <numerusform>%Ln files beside the folders were left out: only folders can be watched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are no pictures were left out.</source>
        <translation>
            <numerusform>%Ln file that are no pictures were left out.</numerusform>
            <numerusform>%Ln files that are no pictures were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to watch %Ln folder(s)</source>
        <translation>
            <numerusform>Drop to watch %Ln folder</numerusform>
            <numerusform>Drop to watch %Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other(s)</source>
        <comment>cameras</comment>
        <translation>
            <numerusform>and %Ln other</numerusform>
            <numerusform>and %Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} can be used, with %Ln warning(s).</source>
        <translation>
            <numerusform>{name} can be used, with %Ln warning.</numerusform>
            <numerusform>{name} can be used, with %Ln warnings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>%Ln dimension</numerusform>
            <numerusform>%Ln dimensions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more photo(s) that match less clearly</source>
        <translation>
            <numerusform>%Ln more photo that match less clearly</numerusform>
            <numerusform>%Ln more photos that match less clearly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) of duplicates</source>
        <translation>
            <numerusform>%Ln group of duplicates</numerusform>
            <numerusform>%Ln groups of duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s), {size}, to the trash?</source>
        <translation>
            <numerusform>Move %Ln file, {size}, to the trash?</numerusform>
            <numerusform>Move %Ln files, {size}, to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) moved to the trash, {size}</source>
        <translation>
            <numerusform>%Ln file moved to the trash, {size}</numerusform>
            <numerusform>%Ln files moved to the trash, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) accepted</source>
        <translation>
            <numerusform>%Ln suggestion accepted</numerusform>
            <numerusform>%Ln suggestions accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) rejected</source>
        <translation>
            <numerusform>%Ln suggestion rejected</numerusform>
            <numerusform>%Ln suggestions rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) put off</source>
        <translation>
            <numerusform>%Ln suggestion put off</numerusform>
            <numerusform>%Ln suggestions put off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is a new label “{name}”, on %Ln photo(s).</source>
        <translation>
            <numerusform>There is a new label “{name}”, on %Ln photo.</numerusform>
            <numerusform>There is a new label “{name}”, on %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is on %Ln more photo(s).</source>
        <translation>
            <numerusform>“{name}” is on %Ln more photo.</numerusform>
            <numerusform>“{name}” is on %Ln more photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is not on %Ln photo(s).</source>
        <translation>
            <numerusform>“{name}” is not on %Ln photo.</numerusform>
            <numerusform>“{name}” is not on %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is as it was on %Ln photo(s).</source>
        <translation>
            <numerusform>“{name}” is as it was on %Ln photo.</numerusform>
            <numerusform>“{name}” is as it was on %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{photos}, %Ln of them only suggested</source>
        <translation>
            <numerusform>{photos}, %Ln of them only suggested</numerusform>
            <numerusform>{photos}, %Ln of them only suggested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) are not in the library: watch their folder first.</source>
        <translation>
            <numerusform>%Ln file or folder are not in the library: watch their folder first.</numerusform>
            <numerusform>%Ln files or folders are not in the library: watch their folder first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) cannot be used.</source>
        <translation>
            <numerusform>%Ln more file cannot be used.</numerusform>
            <numerusform>%Ln more files cannot be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) left out: take the pictures themselves.</source>
        <translation>
            <numerusform>%Ln folder left out: take the pictures themselves.</numerusform>
            <numerusform>%Ln folders left out: take the pictures themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) would get the label</source>
        <translation>
            <numerusform>%Ln photo would get the label</numerusform>
            <numerusform>%Ln photos would get the label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) would be suggested</source>
        <translation>
            <numerusform>%Ln photo would be suggested</numerusform>
            <numerusform>%Ln photos would be suggested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would lose it</source>
        <translation>
            <numerusform>%Ln would lose it</numerusform>
            <numerusform>%Ln would lose it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) gained</source>
        <translation>
            <numerusform>%Ln photo gained</numerusform>
            <numerusform>%Ln photos gained</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was written to %Ln sidecar(s) is taken back</source>
        <translation>
            <numerusform>What was written to %Ln sidecar is taken back</numerusform>
            <numerusform>What was written to %Ln sidecars is taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags are in %Ln sidecar(s)</source>
        <translation>
            <numerusform>Tags are in %Ln sidecar</numerusform>
            <numerusform>Tags are in %Ln sidecars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be done</source>
        <translation>
            <numerusform>%Ln file could not be done</numerusform>
            <numerusform>%Ln files could not be done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln deleted</numerusform>
            <numerusform>%Ln deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) in</source>
        <translation>
            <numerusform>%Ln label in</numerusform>
            <numerusform>%Ln labels in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) out</source>
        <translation>
            <numerusform>%Ln label out</numerusform>
            <numerusform>%Ln labels out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln left as they are</numerusform>
            <numerusform>%Ln left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be done</source>
        <comment>sidecars</comment>
        <translation>
            <numerusform>%Ln cannot be done</numerusform>
            <numerusform>%Ln cannot be done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your decisions</source>
        <translation>
            <numerusform>%Ln of your decisions</numerusform>
            <numerusform>%Ln of your decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AboveBar</name>
    <message numerus="yes">
        <source>Accept %Ln photo(s)</source>
        <translation>
            <numerusform>Accept %Ln photo</numerusform>
            <numerusform>Accept %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlbumNotices</name>
    <message numerus="yes">
        <source>%Ln photo(s) added to “{name}”.</source>
        <translation>
            <numerusform>%Ln photo added to “{name}”.</numerusform>
            <numerusform>%Ln photos added to “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) are not in the library: watch their folder first.</source>
        <translation>
            <numerusform>%Ln file or folder are not in the library: watch their folder first.</numerusform>
            <numerusform>%Ln files or folders are not in the library: watch their folder first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) taken out of “{name}”. No file was touched.</source>
        <translation>
            <numerusform>%Ln photo taken out of “{name}”. No file was touched.</numerusform>
            <numerusform>%Ln photos taken out of “{name}”. No file was touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) moved in “{name}”.</source>
        <translation>
            <numerusform>%Ln photo moved in “{name}”.</numerusform>
            <numerusform>%Ln photos moved in “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new album(s): {names}</source>
        <translation>
            <numerusform>%Ln new album: {names}</numerusform>
            <numerusform>%Ln new albums: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangedBar</name>
    <message numerus="yes">
        <source>%Ln label(s) or the model changed since they were applied: {names}</source>
        <translation>
            <numerusform>%Ln label or the model changed since they were applied: {names}</numerusform>
            <numerusform>%Ln labels or the model changed since they were applied: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesWiring</name>
    <message numerus="yes">
        <source>%Ln file(s) stayed: {reason}</source>
        <translation>
            <numerusform>%Ln file stayed: {reason}</numerusform>
            <numerusform>%Ln files stayed: {reason}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesBlock</name>
    <message numerus="yes">
        <source>and %Ln other(s)</source>
        <comment>files</comment>
        <translation>
            <numerusform>and %Ln other</numerusform>
            <numerusform>and %Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Getting</name>
    <message numerus="yes">
        <source>Show all %Ln model(s)</source>
        <translation>
            <numerusform>Show all %Ln model</numerusform>
            <numerusform>Show all %Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelWiring</name>
    <message numerus="yes">
        <source>%Ln label(s) added.</source>
        <translation>
            <numerusform>%Ln label added.</numerusform>
            <numerusform>%Ln labels added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <translation>
            <numerusform>%Ln were there already.</numerusform>
            <numerusform>%Ln were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) labelled “{name}”.</source>
        <translation>
            <numerusform>%Ln photo labelled “{name}”.</numerusform>
            <numerusform>%Ln photos labelled “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>%Ln dimension</numerusform>
            <numerusform>%Ln dimensions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message numerus="yes">
        <source>%Ln path(s) copied.</source>
        <translation>
            <numerusform>%Ln path copied.</numerusform>
            <numerusform>%Ln paths copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWiring</name>
    <message numerus="yes">
        <source>%Ln suggestion(s) wait again.</source>
        <translation>
            <numerusform>%Ln suggestion wait again.</numerusform>
            <numerusform>%Ln suggestions wait again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidecarsPage</name>
    <message numerus="yes">
        <source>Take back from %Ln sidecar(s)</source>
        <translation>
            <numerusform>Take back from %Ln sidecar</numerusform>
            <numerusform>Take back from %Ln sidecars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln sidecar(s)</source>
        <translation>
            <numerusform>Write %Ln sidecar</numerusform>
            <numerusform>Write %Ln sidecars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message numerus="yes">
        <source>An album of the other %Ln photo(s), too</source>
        <translation>
            <numerusform>An album of the other %Ln photo, too</numerusform>
            <numerusform>An album of the other %Ln photos, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln album(s)</source>
        <translation>
            <numerusform>Make %Ln album</numerusform>
            <numerusform>Make %Ln albums</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestWiring</name>
    <message numerus="yes">
        <source>%Ln suggestion(s) for the photos of “{name}”.</source>
        <translation>
            <numerusform>%Ln suggestion for the photos of “{name}”.</numerusform>
            <numerusform>%Ln suggestions for the photos of “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskArea</name>
    <message numerus="yes">
        <source>{line} · %Ln more</source>
        <translation>
            <numerusform>{line} · %Ln more</numerusform>
            <numerusform>{line} · %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
