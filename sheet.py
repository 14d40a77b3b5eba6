import sys,subprocess
from PIL import Image
from concurrent.futures import ThreadPoolExecutor
names=sys.argv[3:];cols=int(sys.argv[2]);W=int(sys.argv[1])
def one(nm):
    subprocess.run(['rsvg-convert','-w',str(W),f'/work/main/demo/pictures/{nm}.svg','-o',f'/tmp/ill/{nm}.png'],check=True);return Image.open(f'/tmp/ill/{nm}.png').convert('RGB')
ims=list(ThreadPoolExecutor(8).map(one,names))
h=ims[0].height;rows=-(-len(ims)//cols)
sh=Image.new('RGB',(cols*(W+8),rows*(h+8)),'#888')
for i,im in enumerate(ims): sh.paste(im,((i%cols)*(W+8),(i//cols)*(h+8)))
sh.save('/tmp/ill/sheet.png')
