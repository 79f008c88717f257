"""What errors of the engine can say, found in the sources by `make translations`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

# fmt: off
TEXTS = (
    QT_TRANSLATE_NOOP("errors", "A model of another language does; otherwise its towers may not belong together, or what goes in or comes out is not what it should be."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Add a folder of photos first: `photoclip add FOLDER`."),
    QT_TRANSLATE_NOOP("errors", "All settings have their defaults."),
    QT_TRANSLATE_NOOP("errors", "CLIP's, as nothing else is stated"),
    QT_TRANSLATE_NOOP("errors", "Caches are {0}."),
    QT_TRANSLATE_NOOP("errors", "Change what it searches for."),
    QT_TRANSLATE_NOOP("errors", "Check that its disk is connected and sound."),
    QT_TRANSLATE_NOOP("errors", "Check the permissions of the file and of its folder."),
    QT_TRANSLATE_NOOP("errors", "Check the rights of its folder."),
    QT_TRANSLATE_NOOP("errors", "Choose another name."),
    QT_TRANSLATE_NOOP("errors", "Choose another with --library DIR."),
    QT_TRANSLATE_NOOP("errors", "Choose the folder that they lie in now, or watch this one as another folder."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Close the other photoclip, or wait until it is done."),
    QT_TRANSLATE_NOOP("errors", "Connection refused"),
    QT_TRANSLATE_NOOP("errors", "Connection timed out"),
    QT_TRANSLATE_NOOP("errors", "Copy it again, or save it as a file and drop that."),
    QT_TRANSLATE_NOOP("errors", "Copy {0} to its name to go on, or move it away to start anew."),
    QT_TRANSLATE_NOOP("errors", "Define one: photoclip label add NAME"),
    QT_TRANSLATE_NOOP("errors", "Delete the folder yourself where it is not needed any more."),
    QT_TRANSLATE_NOOP("errors", "Device or resource busy"),
    QT_TRANSLATE_NOOP("errors", "Did you mean the folder {0} inside it?"),
    QT_TRANSLATE_NOOP("errors", "Did you mean {0}?"),
    QT_TRANSLATE_NOOP("errors", "Did you mean “{0}”?"),
    QT_TRANSLATE_NOOP("errors", "Directory not empty"),
    QT_TRANSLATE_NOOP("errors", "Download or export the model again and keep all its files together."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Export again."),
    QT_TRANSLATE_NOOP("errors", "Export it again with its projection (CLIPVisionModelWithProjection, CLIPTextModelWithProjection)."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Export the model again, or use another one."),
    QT_TRANSLATE_NOOP("errors", "Export the output that holds the embedding, as it is compared with others."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Failed to load CUDA: {0}"),
    QT_TRANSLATE_NOOP("errors", "Fetch the content with: git lfs pull"),
    QT_TRANSLATE_NOOP("errors", "File exists"),
    QT_TRANSLATE_NOOP("errors", "File name too long"),
    QT_TRANSLATE_NOOP("errors", "Free some space; what was saved before is safe."),
    QT_TRANSLATE_NOOP("errors", "Give the path of a folder of photos."),
    QT_TRANSLATE_NOOP("errors", "Index again first."),
    QT_TRANSLATE_NOOP("errors", "Input/output error"),
    QT_TRANSLATE_NOOP("errors", "Install it with `pip install hnswlib`; search is exact meanwhile."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Installing photoclip with its extra \"raw\" makes it readable."),
    QT_TRANSLATE_NOOP("errors", "Is a directory"),
    QT_TRANSLATE_NOOP("errors", "Is a folder with photos in reach?"),
    QT_TRANSLATE_NOOP("errors", "It has weights for training; docs/models.md tells how to export them to ONNX."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "It is left as it is."),
    QT_TRANSLATE_NOOP("errors", "It is left out."),
    QT_TRANSLATE_NOOP("errors", "It runs on another device instead."),
    QT_TRANSLATE_NOOP("errors", "It was not downloaded by photoclip, and stays as it is. Move it away first."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "It was not used. The server or the network changes what it sends."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "It was renamed or removed, or is not public."),
    QT_TRANSLATE_NOOP("errors", "It would need visual/model.onnx and textual/model.onnx, or those of transformers.js."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Its backup of {0} is {1}: move the damaged file away (with its -wal and -shm files) and copy the backup to its name."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Its makers want people to log in, which photoclip does not do; get it by hand."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Its photos are found already."),
    QT_TRANSLATE_NOOP("errors", "Make room for {0} more."),
    QT_TRANSLATE_NOOP("errors", "Name one of the folders inside it."),
    QT_TRANSLATE_NOOP("errors", "Name one: {0}."),
    QT_TRANSLATE_NOOP("errors", "Name or service not known"),
    QT_TRANSLATE_NOOP("errors", "Name two different ones."),
    QT_TRANSLATE_NOOP("errors", "Network is unreachable"),
    QT_TRANSLATE_NOOP("errors", "No space left on device"),
    QT_TRANSLATE_NOOP("errors", "No such file or directory"),
    QT_TRANSLATE_NOOP("errors", "Not a directory"),
    QT_TRANSLATE_NOOP("errors", "OR joins values of one filter only"),
    QT_TRANSLATE_NOOP("errors", "OpenVINO finds neither graphics nor a neural processor of Intel's"),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Operation not permitted"),
    QT_TRANSLATE_NOOP("errors", "Permission denied"),
    QT_TRANSLATE_NOOP("errors", "Photos of the library can be any number of examples."),
    QT_TRANSLATE_NOOP("errors", "Raw profile type {0}"),
    QT_TRANSLATE_NOOP("errors", "Read-only file system"),
    QT_TRANSLATE_NOOP("errors", "Remove that one first."),
    QT_TRANSLATE_NOOP("errors", "Rename that one first."),
    QT_TRANSLATE_NOOP("errors", "Run `photoclip index` once to bring it up to date."),
    QT_TRANSLATE_NOOP("errors", "Run: photoclip models download {0}"),
    QT_TRANSLATE_NOOP("errors", "Save it as UTF-8."),
    QT_TRANSLATE_NOOP("errors", "Save the picture as a file elsewhere and drop that."),
    QT_TRANSLATE_NOOP("errors", "See: photoclip album list"),
    QT_TRANSLATE_NOOP("errors", "See: photoclip folders"),
    QT_TRANSLATE_NOOP("errors", "See: photoclip label list"),
    QT_TRANSLATE_NOOP("errors", "See: photoclip models list"),
    QT_TRANSLATE_NOOP("errors", "See: photoclip saved list"),
    QT_TRANSLATE_NOOP("errors", "Stale file handle"),
    QT_TRANSLATE_NOOP("errors", "Switch that off with: photoclip settings set offline false"),
    QT_TRANSLATE_NOOP("errors", "Temporary failure in name resolution"),
    QT_TRANSLATE_NOOP("errors", "The catalog itself is safe."),
    QT_TRANSLATE_NOOP("errors", "The graph may want its colours in the order blue, green, red."),
    QT_TRANSLATE_NOOP("errors", "The tokenizer belongs to another model."),
    QT_TRANSLATE_NOOP("errors", "There are: {0}."),
    QT_TRANSLATE_NOOP("errors", "There is no backup beside it; nothing was overwritten."),
    QT_TRANSLATE_NOOP("errors", "They are for values from 0 to 1, not to 255; models are mostly trained on -2 to 3."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "This model cannot be used."),
    QT_TRANSLATE_NOOP("errors", "This setting has its default."),
    QT_TRANSLATE_NOOP("errors", "Too many open files"),
    QT_TRANSLATE_NOOP("errors", "Try again in a moment."),
    QT_TRANSLATE_NOOP("errors", "Type what the photo shows."),
    QT_TRANSLATE_NOOP("errors", "Update photoclip; nothing was changed."),
    QT_TRANSLATE_NOOP("errors", "Use another one first."),
    QT_TRANSLATE_NOOP("errors", "Wait until it is done, or close it."),
    QT_TRANSLATE_NOOP("errors", "Wait until it is done."),
    QT_TRANSLATE_NOOP("errors", "Watch the other folder as well."),
    QT_TRANSLATE_NOOP("errors", "What came is kept: download it again to go on from there."),
    QT_TRANSLATE_NOOP("errors", "Without one, nobody knows what came."),
    QT_TRANSLATE_NOOP("errors", "Write 2023, 2023-06 or 2023-06-15."),
    QT_TRANSLATE_NOOP("errors", "Write 2023, 2023-06, 2023-06-15, or a range such as 2023-06..2023-08."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Write \\= where it belongs to a text."),
    QT_TRANSLATE_NOOP("errors", "Write a folder, as in in:~/Pictures or in:Italy."),
    QT_TRANSLATE_NOOP("errors", "Write a number from 0.01 to 100 after it, as in beach^2 or beach^0.5."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Write a number with mp, kb, mb, gb or px, or a width and height, as in size:>=12mp, size:2mb..5mb, size:4000px or size:1920x1080."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Write a part of its name, as in camera:canon."),
    QT_TRANSLATE_NOOP("errors", "Write a part of its name, as in lens:50mm."),
    QT_TRANSLATE_NOOP("errors", "Write a whole number, as in iso:800, iso:>=800 or iso:100..400."),
    QT_TRANSLATE_NOOP("errors", "Write it as #rrggbb."),
    QT_TRANSLATE_NOOP("errors", "Write it as animals/dog, without a slash at its ends."),
    QT_TRANSLATE_NOOP("errors", "Write landscape, portrait or square."),
    QT_TRANSLATE_NOOP("errors", "Write latitude, longitude and kilometres, as in near:48.21,16.37,5."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Write one of {0}, or a kind of raw file."),
    QT_TRANSLATE_NOOP("errors", "Write one of {0}."),
    QT_TRANSLATE_NOOP("errors", "Write stars from 0 to 5, as in rating:4 or rating:>=3, or rejected."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Write the name of a label, as in label:sunset."),
    QT_TRANSLATE_NOOP("errors", "Write the name of an album, as in album:\"Summer 2023\"."),
    QT_TRANSLATE_NOOP("errors", "Write the number of a photo or the path of its file, as in similar:42."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Write the number of a photo or the path of its file."),
    QT_TRANSLATE_NOOP("errors", "Write the path of a picture, as in image:~/holiday.jpg."),
    QT_TRANSLATE_NOOP("errors", "Write words or a picture before and after it, as in beach + umbrella."),  # noqa: E501
    QT_TRANSLATE_NOOP("errors", "Write {0} or {1}."),
)
